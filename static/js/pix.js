// Everything here only adds: each page works without it.
(() => {
  "use strict";
  // Without this, a swap gives each new element the style attribute of the old one of the same id (a box made taller
  // with the mouse, what a tool of the browser has styled): the content security policy refuses it, and says so.
  htmx.config.defaultSettleDelay = 0;

  const announce = (text) => {
    const status = document.getElementById("annonce");
    if (status && text) status.textContent = text;
  };

  // After a swap, the reader starts at the new title, or at the list of what to correct.
  const arrive = (root) => {
    prepare(root);
    const start = root.querySelector("#erreurs") || root.querySelector('h1[tabindex="-1"]') || root.querySelector("[data-arrive]");
    if (!start) return;
    start.focus({ preventScroll: true });
    if (start.tagName === "H1") {
      scrollTo(0, 0);
      announce([root.querySelector(".steps")?.textContent.trim(), start.textContent.trim()].filter(Boolean).join(". "));
    } else if ("arrive" in start.dataset) {
      start.scrollIntoView({ block: "nearest" });
      announce(start.textContent.trim());
    } else {
      start.scrollIntoView({ block: "center" });
    }
  };
  document.addEventListener("htmx:after:swap", (event) => {
    const target = event.detail.ctx?.target;
    const aimed = typeof target === "string" ? document.querySelector(target) : target;
    // Swapped whole (outerHTML), the target is gone: the new one has its id.
    const root = aimed?.isConnected ? aimed : aimed?.id && document.getElementById(aimed.id);
    // Morphed, the page is the same with other figures: the reader stays where she is.
    if (root && !event.detail.ctx?.swap?.includes("Morph")) arrive(root);
    else prepare(root || document);
  });

  // The network failed: what was typed stays, and the person is told. What the page asks by itself says nothing.
  const byItself = (event) => event.detail.ctx?.sourceElement?.matches?.("[data-presence]");
  document.addEventListener("htmx:error", (event) => {
    const note = document.getElementById("panne");
    if (!note || byItself(event)) return;
    note.hidden = false;
    note.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("htmx:before:request", (event) => {
    const note = document.getElementById("panne");
    if (note && !byItself(event)) note.hidden = true;
  });

  // A form sent without htmx: « Envoi… », and a second press is not a second sending.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.hasAttribute("hx-post") || form.hasAttribute("hx-get")) return;
    if (form.classList.contains("htmx-request")) event.preventDefault();
    else if (form.method === "post") form.classList.add("htmx-request");
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form.htmx-request")) form.classList.remove("htmx-request");
  });

  // Digits choose a proposal, unless one is typing.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const menu = document.querySelector("details.menu[open]");
      if (menu) {
        menu.open = false;
        menu.firstElementChild.focus();
      }
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    if (document.documentElement.classList.contains("sans-touches")) return;
    if (event.target.closest("select, textarea, [contenteditable], input:not([type=radio]):not([type=checkbox])")) return;
    const input = document.querySelectorAll(".choice input")[event.key - 1];
    if (!input || input.disabled) return;
    event.preventDefault();
    input.focus();
    input.click();
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    const button = event.target.closest("button[data-copy]");
    if (button) copy(button);
    if (event.target.closest("button[data-print]")) print();
    const time = event.target.closest(".time > summary");
    if (time) timeHidden = time.parentElement.open;
    const speaker = event.target.closest("button[data-speak]");
    if (speaker) speak(speaker.closest("section"));
  });

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      const field = document.createElement("textarea");
      field.value = button.dataset.copy;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    announce("");
    setTimeout(() => announce(button.dataset.copied), 50);
  };

  // The question and its proposals, read aloud by the browser; pressed again, it stops.
  const speak = (section) => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const parts = Array.from(section.querySelectorAll(".ask, .choice > span"), (part) => part.textContent.trim());
    const words = new SpeechSynthesisUtterance(parts.join(". "));
    words.lang = section.querySelector(".ask").closest("[lang]").lang;
    speechSynthesis.speak(words);
  };

  // The time left: a text that changes each second, said aloud only at half time and near the end.
  // Hidden once, it stays so from one question to the next, until its end.
  let timeHidden = false;
  const countDown = (timer) => {
    const frame = timer.closest("details");
    if (frame) frame.open = !timeHidden;
    const total = +timer.dataset.total || +timer.dataset.seconds;
    const end = performance.now() + timer.dataset.seconds * 1000;
    const words = timer.querySelector("[data-left]") || timer;
    let before = +timer.dataset.seconds;
    const tick = () => {
      if (!timer.isConnected) return;
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      const minutes = Math.floor(left / 60);
      const shown = minutes ? `${minutes}\u00a0min ${String(left % 60).padStart(2, "0")}\u00a0s` : `${left}\u00a0s`;
      const text = left ? timer.dataset.words.replace("{}", shown) : timer.dataset.over;
      words.textContent = text;
      for (const mark of [Math.round(total / 2), Math.min(30, Math.round(total / 5)), 0]) {
        if (before > mark && left <= mark) announce(text);
      }
      before = left;
      if (left) setTimeout(tick, 1000 - ((performance.now() - end) % 1000 + 1000) % 1000 + 20);
      else if (frame) frame.open = true;
    };
    tick();
  };

  // A challenge to do without leaving the page: leaving is reported once, and said.
  let left = null;
  const leave = () => {
    const form = document.querySelector("form[data-focus-url]");
    if (!form || left === form.dataset.focusUrl + form.dataset.challenge) return;
    left = form.dataset.focusUrl + form.dataset.challenge;
    const body = new URLSearchParams();
    for (const field of form.querySelectorAll("input[type=hidden]")) body.append(field.name, field.value);
    fetch(form.dataset.focusUrl, { method: "POST", body, keepalive: true, headers: { "HX-Request": "true" } }).catch(() => {});
    const note = form.querySelector("[data-focus-note]");
    if (note) note.hidden = false;
  };
  addEventListener("blur", leave);
  document.addEventListener("visibilitychange", () => document.hidden && leave());

  // While the learner thinks: the pictures that may come next, unless the line or the learner wants to save.
  const fetchAhead = async (form) => {
    const { saveData, effectiveType = "" } = navigator.connection || {};
    if (!form.isConnected || saveData || effectiveType.endsWith("2g")) return;
    const response = await fetch(`${location.pathname}/a-venir`);
    for (const picture of response.ok ? (await response.text()).split("\n") : []) if (picture) fetch(picture, { priority: "low" });
  };

  const prepare = (root) => {
    const asked = root.querySelector("form.challenge:has(#attente)");
    if (asked) setTimeout(() => fetchAhead(asked).catch(() => {}), 3000);
    for (const button of root.querySelectorAll("button:is([data-copy], [data-print])[hidden]")) button.hidden = false;
    if (window.speechSynthesis) for (const button of root.querySelectorAll("[data-speak]")) button.hidden = false;
    for (const timer of root.querySelectorAll("[role=timer][data-seconds]")) countDown(timer);
  };
  const begin = () => {
    // Back, where the browser keeps no page in memory: this is the question as it first came, perhaps answered since.
    const [visit] = performance.getEntriesByType("navigation");
    if (visit?.type === "back_forward" && document.querySelector("[data-challenge], [data-checkpoint]")) {
      location.reload();
      return;
    }
    prepare(document);
    document.getElementById("erreurs")?.focus();
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
