"""An article whose news is hidden in the middle."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document

write_document(
    Path(__file__).parent,
    "article",
    [
        ("title", "Une belle histoire qui continue"),
        ("p", "Tout a commencé en 1998, quand quelques voisins ont planté trois rosiers devant la gare. Personne ne "
         "pensait alors que cette idée rassemblerait un jour tout le quartier."),
        ("p", "L’an passé, le 20 septembre 2025, plus de quatre cents personnes s’étaient retrouvées au square du "
         "Moulin, malgré la pluie du matin. La soupe au potiron avait disparu en une heure."),
        ("p", "Les associations qui veulent tenir un stand s’inscrivent avant le 12 septembre 2026 à la maison des "
         "habitants. Le square étant en travaux, l’équipe a cherché un nouvel endroit, et c’est finalement au parc "
         "des Sources que l’on se retrouvera, une semaine après cette date limite, le samedi 19 septembre 2026, "
         "pour la fête des Jardins."),
        ("p", "La réunion de préparation, elle, se tiendra le 4 juillet 2026 à l’école Jean-Bertin. On y parlera des "
         "tables, des bancs et de la musique."),
    ],
    title="Une belle histoire qui continue",
)  # fmt: skip
