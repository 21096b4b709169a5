// On the offline page: what this address last showed, what else can be read, and what waits to be sent.
(() => {
  "use strict";
  const READING = "pix:lu ", SENDING = "pix:envoi ";

  // The line is back: what could not be had is asked again, unless a link was pressed, which goes first.
  let leaving = false;
  addEventListener("beforeunload", () => { leaving = true; });
  addEventListener("online", () => leaving || location.reload());

  const keys = (start) => Object.keys(localStorage).filter((key) => key.startsWith(start));
  const waiting = keys(SENDING).length;
  if (waiting) document.getElementById("en-attente").hidden = false;

  const kept = localStorage.getItem(READING + location.pathname);
  if (kept) {
    const { title, html } = JSON.parse(kept);
    const place = document.getElementById("lecture");
    place.querySelector("h2").textContent = title.replace(/ – Pix$/, "");
    place.querySelector("div").innerHTML = html.replace(/<(\/?)h1/g, "<$1h3");
    place.hidden = false;
  }

  const list = document.querySelector("#a-lire ul");
  for (const key of keys(READING)) {
    const path = key.slice(READING.length);
    if (path === location.pathname) continue;
    const line = list.appendChild(document.createElement("li"));
    const link = line.appendChild(document.createElement("a"));
    link.href = path;
    link.textContent = JSON.parse(localStorage.getItem(key)).title.replace(/ – Pix$/, "");
  }
  document.getElementById("a-lire").hidden = !list.children.length;
})();
