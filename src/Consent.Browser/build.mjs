// Builds what wwwroot holds, into wwwroot or into the folder that OUT names, and checks its size.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { checkSize } from './size.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = process.env.OUT || join(here, '../../wwwroot');
const notice = '/* Consent, MIT licence; built from src/Consent.Browser */';

await mkdir(out, { recursive: true });
for (const name of ['gate', 'choices']) {
  await build({
    entryPoints: [join(here, name, `${name}.ts`)],
    outfile: join(out, `${name}.js`),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'ascii',
    mangleProps: /_$/,
    legalComments: 'none',
    banner: { js: notice },
  });
}
await writeFile(join(out, 'choices.d.ts'), `${notice}\n${await readFile(join(here, 'types/choices.d.ts'), 'utf8')}`);
await checkSize(out);
