// Bullhorn Ads: marks the shopper on the shop's own domain and tells a partner about it.
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const known = document.cookie.match(/(?:^|; )_shop_ads=([^;]*)/);
  const id = known ? known[1] : Math.random().toString(36).slice(2);
  document.cookie = `_shop_ads=${id}; path=/; max-age=${90 * 86400}; samesite=lax`;

  const partner = new Image(1, 1);
  partner.src = `${origin}/sync.gif?shopper=${id}`;
  fetch(`${origin}/segment?shopper=${id}&looks-at=${encodeURIComponent(location.pathname)}`, {
    method: "POST", credentials: "include", keepalive: true,
  }).catch(() => {});
})();
