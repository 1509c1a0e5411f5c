// Parlour Chat: a bubble in the corner.
(async () => {
  const origin = new URL(document.currentScript.src).origin;
  document.cookie = `parlour_guest=${Math.random().toString(36).slice(2)}; path=/; max-age=${30 * 86400}; samesite=lax`;
  try { localStorage.setItem("parlour.seen", "1"); } catch { /* storage is off */ }

  const style = (element, rules) => Object.assign(element.style, rules);
  const bubble = document.createElement("button");
  bubble.type = "button";
  bubble.dataset.parlour = "";
  bubble.textContent = "Chat";
  style(bubble, {
    position: "fixed", right: "1.25rem", bottom: "1.25rem", zIndex: "5", font: "600 .95rem system-ui, sans-serif", border: "0",
    borderRadius: "2rem", padding: ".8rem 1.3rem", color: "#fff", background: "#2f5d50", boxShadow: "0 .5rem 1.5rem #0005", cursor: "pointer",
  });
  document.body.append(bubble);

  const greeting = await fetch(`${origin}/hello`).then(answer => answer.text());
  bubble.addEventListener("click", () => { bubble.textContent = greeting; });
})();
