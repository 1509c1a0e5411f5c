// Murmur: turns a quoted post into the living one.
(async () => {
  const origin = new URL(document.currentScript.src).origin;
  for (const post of document.querySelectorAll("[data-murmur]")) {
    const url = `${origin}/posts/${post.dataset.murmur}`;
    const { likes, ago } = await fetch(url, { credentials: "include" }).then(answer => answer.json());
    const face = Object.assign(new Image(44, 44), { src: `${origin}/avatar.svg`, alt: "" });
    face.style.borderRadius = "50%";
    const line = document.createElement("small");
    line.textContent = `♥ ${likes} · ${ago} ago on Murmur`;
    post.prepend(face);
    post.append(line);
    post.dataset.live = "";
  }
})();
