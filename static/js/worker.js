// Asks for the service worker once the page rests: it shows the offline page. A new one waits until one says so.
(() => {
  "use strict";
  const workers = navigator.serviceWorker;
  if (!workers || !document.documentElement.dataset.learner || location.pathname.startsWith("/certif") || document.querySelector("[data-exam]")) return;

  const offer = (registration) => {
    const note = document.getElementById("mise-a-jour");
    if (!note || !registration.waiting) return;
    note.hidden = false;
    note.querySelector("button").addEventListener("click", () => {
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      registration.waiting.postMessage("take over");
    });
  };
  const register = async () => {
    const registration = await workers.register("/sw.js").catch(() => null);
    if (!registration) return;
    if (workers.controller) offer(registration);
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing.addEventListener("statechange", () => workers.controller && offer(registration));
    });
  };
  addEventListener("load", () => setTimeout(register, 3000));
})();
