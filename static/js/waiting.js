// An answer that leaves the page is kept in the browser until the server has it, and sent again until then: a cut line
// or a closed tab loses nothing. Its client_token goes with it, so that it is stored once.
(() => {
  "use strict";
  const SENDING = "pix:envoi ";
  const LONGEST_WAIT = 30_000;
  const me = document.documentElement.dataset.learner;
  if (!me) return;

  let wake = () => {};
  const pause = (wait) => new Promise((resolve) => { wake = resolve; setTimeout(resolve, wait); });
  addEventListener("online", () => wake());

  const mine = () => Object.entries(localStorage)
    .filter(([key]) => key.startsWith(SENDING))
    .map(([key, kept]) => ({ url: key.slice(SENDING.length), ...JSON.parse(kept) }))
    .filter(({ learner }) => learner === me);

  // Read to its end: the line may be cut in the middle. And from us: a proxy may answer in our place.
  const attempt = async ({ url, body }, headers) => {
    const response = await fetch(url, { method: "POST", headers, body: new URLSearchParams(body), signal: AbortSignal.timeout(LONGEST_WAIT) });
    if (!response.headers.has("Content-Security-Policy")) throw response;
    // Too many people at once: nothing was done.
    if (response.status === 503 && response.headers.has("Retry-After")) throw response;
    await response.clone().text();
    if (response.status !== 500) localStorage.removeItem(SENDING + url);
    return response;
  };

  const untilStored = async (sending, headers) => {
    for (let wait = 1000; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      try {
        return await attempt(sending, headers);
      } catch {
        freeze(formOf(sending));
        await pause(wait);
      }
    }
  };

  // The form that asks this, when it is the one on the page.
  const formOf = ({ url, body }) => {
    const form = document.querySelector(`form.challenge[data-challenge="${new URLSearchParams(body).get("challenge")}"]`);
    return form?.getAttribute("action") === url ? form : null;
  };

  // The answer is given: it can no longer be changed, and the page says where it is.
  const freeze = (form) => {
    const note = form?.querySelector("#attente");
    if (!note?.hidden) return;
    note.hidden = false;
    const held = form.contains(document.activeElement);
    for (const control of form.elements) control.disabled = !note.contains(control);
    if (held) note.querySelector("button").focus();
    note.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("click", (event) => event.target.closest("#attente button") && wake());

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    if (!ctx.sourceElement.querySelector("#attente")) return;
    const sending = { url: ctx.request.action, body: String(ctx.request.body) };
    localStorage.setItem(SENDING + sending.url, JSON.stringify({ learner: me, body: sending.body }));
    ctx.fetch = () => untilStored(sending, ctx.request.headers);
  });

  // Left by a tab that was closed: sent now. Where it was asked, what comes next is shown.
  const resume = async (sending) => {
    const form = formOf(sending);
    freeze(form);
    const response = await untilStored(sending, { "HX-Request": "true", "HX-Request-Type": "partial" });
    if (form) location.replace(response.headers.get("HX-Redirect") || location.pathname);
  };
  mine().forEach(resume);

  // Nothing of a person stays on a shared computer; what was not sent yet leaves first.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.getAttribute("action").startsWith("/deconnexion")) return;
    event.preventDefault();
    const sent = await Promise.allSettled(mine().map((sending) => attempt(sending)));
    if (sent.every(({ status }) => status === "fulfilled")) localStorage.clear();
    form.submit();
  });
})();
