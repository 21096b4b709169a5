// What was shown can be read without a network, on the offline page: the question asked, the tutorials of one's list.
(() => {
  "use strict";
  const READING = "pix:lu ", WHOSE = "pix:qui";
  const me = document.documentElement.dataset.learner;
  if (!me) return;
  if (localStorage.getItem(WHOSE) !== me) {
    for (const key of Object.keys(localStorage)) if (key.startsWith(READING)) localStorage.removeItem(key);
    localStorage.setItem(WHOSE, me);
  }

  const keep = (path, title, parts) => {
    try {
      localStorage.setItem(READING + path, JSON.stringify({ title, html: Array.from(parts, (one) => one.outerHTML).join("") }));
    } catch {
      // No room left: it is read online.
    }
  };
  const keepTutorial = (path, article) => {
    if (article) keep(path, article.querySelector("h1").textContent, article.querySelectorAll(".prose"));
  };
  const fetchTutorial = async (path) => {
    if (localStorage.getItem(READING + path) || navigator.connection?.saveData) return;
    const response = await fetch(path, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
    if (response.ok) keepTutorial(path, new DOMParser().parseFromString(await response.text(), "text/html").querySelector("article"));
  };

  const look = async () => {
    const asked = document.querySelectorAll("#evaluation-challenge:not([data-exam]) :is(.ask, figure.picture, ul.files)");
    if (asked.length) keep(location.pathname, document.title, asked);
    for (const button of document.querySelectorAll('button[name="save"]')) localStorage.removeItem(`${READING}/tutos/${button.value}`);
    const article = document.getElementById("training-tutorial");
    for (const button of document.querySelectorAll('button[name="remove"]')) {
      const path = `/tutos/${button.value}`;
      if (article?.contains(button)) keepTutorial(path, article);
      else await fetchTutorial(path).catch(() => {});
    }
  };
  document.addEventListener("htmx:after:swap", look);
  look();
})();
