// Parts of a page that refresh themselves (hx-trigger="every 20s").
(() => {
  "use strict";
  const LIVE = '[hx-trigger^="every"]';

  // Nothing is asked for while nobody looks; on coming back, at once. But who searches the web during an exam is there.
  document.addEventListener("every", (event) => document.hidden && !("presence" in event.target.dataset) && event.stopImmediatePropagation(), true);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) for (const part of document.querySelectorAll(LIVE)) part.dispatchEvent(new Event("every"));
  });

  // A refresh that fails changes nothing: the next one comes soon.
  document.addEventListener("htmx:before:response", (event) => {
    const { sourceElement, response } = event.detail.ctx;
    if (sourceElement.matches?.(LIVE) && response.status !== 200) event.preventDefault();
  });

  // What the reader has unfolded stays so.
  htmx.config.morphIgnore.push("open");
})();
