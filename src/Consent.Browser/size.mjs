// Fails where a built script is over its budget (bytes, brotli at its best).
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const budgets = { 'gate.js': 4096, both: 9216 };

export async function checkSize(folder) {
  const sizes = { both: 0 };
  for (const file of ['gate.js', 'choices.js']) {
    sizes[file] = brotliCompressSync(await readFile(join(folder, file))).length;
    sizes.both += sizes[file];
  }
  for (const [what, size] of Object.entries(sizes)) {
    const budget = budgets[what];
    console.log(`${what}: ${size} bytes brotli${budget ? ` of ${budget}` : ''}`);
    if (size > budget) {
      throw new Error(`${what} is over its budget of ${budget} bytes`);
    }
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  await checkSize(process.env.OUT || fileURLToPath(new URL('../../wwwroot', import.meta.url)));
}
