"""A booking page; one line stops Tab without naming it."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

PAGE = """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Réserver un canoë</title>
<style>
body { font: 1.1em sans-serif; margin: 2em; max-width: 30em }
label { display: block; margin-top: 1em }
:focus { outline: 3px solid #0a5566 }
</style>
</head>
<body>
<h1>Réserver un canoë</h1>
<form id="reservation">
<label for="nom">Nom</label>
<input id="nom">
<label for="code">Code postal</label>
<input id="code" inputmode="numeric" maxlength="5">
<label for="jour">Jour</label>
<select id="jour"><option>Samedi</option><option>Dimanche</option></select>
<div id="plus" role="button" tabindex="0">Ajouter un gilet</div>
<button>Réserver</button>
</form>
<p id="message" role="status"></p>
<script>
const formulaire = document.getElementById("reservation");
const code = document.getElementById("code");
const plus = document.getElementById("plus");
const permises = ["Backspace", "Delete", "ArrowLeft", "ArrowRight"];
let gilets = 0;
code.addEventListener("keydown", (touche) => {
  if (touche.key.length === 1 && !"0123456789".includes(touche.key)) touche.preventDefault();
  if (touche.key.length > 1 && !permises.includes(touche.key)) touche.preventDefault();
});
code.addEventListener("input", () => {
  code.value = code.value.trim();
});
plus.addEventListener("click", () => {
  gilets += 1;
  document.getElementById("message").textContent = "Gilets : " + gilets;
});
plus.addEventListener("keydown", (touche) => {
  if (touche.key === " ") touche.preventDefault();
  if (touche.key === " " || touche.key === "Enter") plus.click();
});
formulaire.addEventListener("submit", (envoi) => {
  envoi.preventDefault();
  document.getElementById("message").textContent = "Réservation notée.";
});
</script>
</body>
</html>
"""
assert "length > 1" in PAGE.split("\n")[33]
write_text(Path(__file__).parent, "reservation.html", PAGE)
