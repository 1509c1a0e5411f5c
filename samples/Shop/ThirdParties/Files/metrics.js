// Tally Metrics: gives the visitor a number, remembers it, and reports each page.
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const known = document.cookie.match(/(?:^|; )_shop_metrics=([^;]*)/);
  const id = known ? known[1] : Math.random().toString(36).slice(2);
  document.cookie = `_shop_metrics=${id}; path=/; max-age=${390 * 86400}; samesite=lax`;
  try { localStorage.setItem("tally.visitor", id); } catch { /* storage is off */ }

  const waiting = window.tally?.q ?? [];
  window.tally = (event, detail) =>
    navigator.sendBeacon(`${origin}/collect?visitor=${id}&event=${event}&detail=${encodeURIComponent(detail ?? "")}`);
  waiting.forEach(call => window.tally(...call));
})();
