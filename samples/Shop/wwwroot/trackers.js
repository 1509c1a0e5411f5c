// The Trackers' view: sends a visitor through the shop and shows what reached the third parties meanwhile.
const find = (selector, from = document) => from.querySelector(selector);
const choices = document.body.dataset.choices;
const shop = find("[data-shop]");
const visitor = find("[data-as]");
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

const post = (url, body = {}) =>
  fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
const get = url => fetch(url).then(answer => answer.json());

const tryAs = gpc => {
  visitor.gpc.checked = gpc;
  return post("/trackers/try", { region: visitor.region.value || null, gpc });
};

const acts = {
  first: async () => { await post("/trackers/forget"); await tryAs(false); },
  refuse: async () => { await tryAs(false); await post(choices, { all: false }); },
  accept: async () => { await tryAs(false); await post(choices, { all: true }); },
  withdraw: async () => { await tryAs(false); await post(choices, { withdraw: true }); },
  gpc: async () => { await tryAs(false); await post(choices, { all: true }); await tryAs(true); },
};
const names = { first: "First visit", refuse: "Refused", accept: "Accepted", withdraw: "Withdrawn", gpc: "Global Privacy Control" };

let last = 0;
let arrived = [];
let held = [];

let asking;

/** Resolves to the number of requests that are new. One question at a time, or a request would be counted twice. */
function refresh() {
  return asking ??= ask().finally(() => { asking = undefined; });
}

async function ask() {
  const [log, state] = await Promise.all([get(`/trackers/news?after=${last}`), get(`${choices}/state`)]);
  arrived.push(...log.requests);
  last = log.requests.at(-1)?.number ?? last;
  held = log.held;
  showArrived();
  showHeld();
  showState(state);
  return log.requests.length;
}

const element = (tag, text, data = {}) => {
  const made = document.createElement(tag);
  made.textContent = text;
  Object.assign(made.dataset, data);
  return made;
};

const row = (...cells) => {
  const made = document.createElement("li");
  made.append(...cells);
  return made;
};

function showArrived() {
  find("[data-arrived-count]").textContent = arrived.length;
  find("[data-arrived]").replaceChildren(...arrived.slice(-60).reverse().map(r => row(
    element("b", r.host.replace(".localhost", ""), { host: r.host }),
    element("code", `${r.method} ${r.path}`),
    ...r.cookies.map(c => element("i", c, { kind: "cookie" })),
    ...(r.gpc ? [element("i", `Sec-GPC: ${r.gpc}`, { kind: "signal" })] : []))));
}

const heldTotal = () => held.reduce((sum, h) => sum + h.count, 0);

function showHeld() {
  find("[data-held-count]").textContent = heldTotal();
  find("[data-held]").replaceChildren(...held.toSorted((a, b) => b.count - a.count).map(h => row(
    element("b", h.gate ?? ""),
    element("code", h.name ?? ""),
    element("i", [h.category, h.reason].filter(Boolean).join(" · ")),
    element("em", `× ${h.count}`))));
}

function showState({ categories, prompt }) {
  find("[data-now]").replaceChildren(
    ...Object.entries(categories).map(([id, { allowed, reason }]) => {
      const chip = element("li", id, reason === "Required" ? {} : { allowed });
      chip.append(element("small", reason));
      return chip;
    }),
    element("li", `prompt: ${prompt}`));
}

function show(path) {
  shop.src = path;
  return new Promise(done => shop.addEventListener("load", done, { once: true }));
}

async function walk(path) {
  await show(path);
  do {
    await pause(450);
  } while (await refresh() > 0);
}

async function play(id) {
  const buttons = document.querySelectorAll("[data-act], [data-play]");
  buttons.forEach(b => { b.disabled = true; });
  document.querySelectorAll("[data-now-playing]").forEach(b => delete b.dataset.nowPlaying);
  find(`[data-act=${id}]`).dataset.nowPlaying = "";
  find("[data-verdict]").textContent = `${names[id]}: the visitor walks through the shop …`;

  await show("about:blank");       // a page that is open would follow the new choice at once, and be counted twice
  await acts[id]();
  await refresh();
  const seen = arrived.length;
  const kept = heldTotal();
  await walk("/");
  await walk("/visit");
  record(id, arrived.slice(seen), heldTotal() - kept);

  buttons.forEach(b => { b.disabled = false; });
}

function record(id, requests, keptBack) {
  for (const line of document.querySelectorAll("[data-party]")) {
    const isHeld = line.dataset.party === "held";
    const count = isHeld ? keptBack : requests.filter(r => r.host === line.dataset.party).length;
    const cell = find(`[data-cell=${id}]`, line);
    cell.textContent = count;
    cell.dataset.count = count === 0 ? "none" : "some";
  }

  const told = requests.length === 0
    ? "nobody out there learned anything"
    : `${requests.length} requests told ${new Set(requests.map(r => r.host)).size} companies about the visitor`;
  find("[data-verdict]").textContent = `${names[id]}: ${told}; ${keptBack} things were held back.`;
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("button");
  if (button?.dataset.act) {
    await play(button.dataset.act);
  } else if (button && "play" in button.dataset) {
    for (const id of Object.keys(acts)) {
      await play(id);
      await pause(900);
    }
  } else if (button && "clear" in button.dataset) {
    await post("/trackers/clear");
    arrived = [];
    await refresh();
  }
});

visitor.addEventListener("change", async () => {
  await tryAs(visitor.gpc.checked);
  await walk(find("[data-address]").textContent);
});

shop.addEventListener("load", () => {
  find("[data-address]").textContent = shop.contentWindow.location.href.replace(location.origin, "");
});

await refresh();
for (;;) {
  await pause(1000);
  if (!document.hidden) {
    await refresh().catch(() => {});
  }
}
