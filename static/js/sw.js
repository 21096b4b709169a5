// Shows the offline page when a page cannot be had, and keeps what that page needs: nothing of a person, ever.
// VERSION and FILES are written before these lines when it is served (app/web/service_worker.py).
"use strict";
const SHELL = `pix-${VERSION}`;
const OFFLINE = "/hors-connexion";

addEventListener("install", (event) => {
  // Where the browser can, everything but pages goes around the worker, which need not wake up for it.
  event.addRoutes?.([
    { condition: { urlPattern: { pathname: "/static/*" } }, source: { cacheName: SHELL } },
    { condition: { not: { requestMode: "navigate" } }, source: "network" },
  ]).catch(() => {});
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll([OFFLINE, ...FILES])));
});

addEventListener("activate", (event) => {
  const others = async () => {
    for (const name of await caches.keys()) if (name !== SHELL) await caches.delete(name);
    await registration.navigationPreload?.enable();
  };
  event.waitUntil(others());
});

addEventListener("message", ({ data }) => data === "take over" && skipWaiting());

addEventListener("fetch", (event) => {
  const { request, preloadResponse } = event;
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/certif")) return;
  if (request.mode === "navigate") event.respondWith(page(request, preloadResponse));
  else if (FILES.includes(pathname)) event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
});

const page = async (request, preloaded) => {
  try {
    return (await preloaded) || (await fetch(request));
  } catch {
    return caches.match(OFFLINE);
  }
};
