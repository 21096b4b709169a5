// The preview of the content: the page comes again when a file is saved, frames are as high as what they show.
(() => {
  "use strict";
  const SECOND = 1000;
  const { watch, stamp } = document.body.dataset;

  const look = async () => {
    if (!document.hidden) {
      try {
        const headers = { "If-None-Match": `"${stamp}"` };
        const response = await fetch(watch, { headers, cache: "no-store" });
        if (response.status === 200) return location.reload();
      } catch {
        // The server is stopped, or starts again.
      }
    }
    setTimeout(look, SECOND);
  };
  if (watch) setTimeout(look, SECOND);

  const follow = (frame) => {
    const page = frame.contentDocument;
    const main = page?.querySelector("main");
    if (!main) return;
    const fit = () => {
      const last = main.lastElementChild;
      if (!last) return;
      const foot = page.querySelector("body > .foot")?.offsetHeight || 0;
      const below = last.getBoundingClientRect().bottom + frame.contentWindow.scrollY + foot;
      frame.height = Math.ceil(below) + 2;
    };
    const seen = new ResizeObserver(fit);
    const watched = () => {
      seen.disconnect();
      for (const child of main.children) seen.observe(child);
      fit();
    };
    new MutationObserver(watched).observe(main, { childList: true });
    watched();
  };
  for (const frame of document.querySelectorAll(".frames iframe")) {
    frame.addEventListener("load", () => follow(frame));
    if (frame.contentDocument?.readyState === "complete") follow(frame);
  }
})();
