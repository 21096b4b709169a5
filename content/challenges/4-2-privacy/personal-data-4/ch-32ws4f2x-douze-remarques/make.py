import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document

REMARKS = [
    "Travail régulier, mais la copie manque souvent de soin.",
    "A encore oublié son livre ; doit préparer son sac la veille.",
    "La seule élève en fauteuil de la 5e C progresse beaucoup à l’oral.",
    "Bonne participation ; les réponses gagneraient à être justifiées.",
    "Confond souvent l’imparfait et le passé simple.",
    "Un trimestre en demi-teinte, avec trop de bavardages.",
    "Le fils de la maire de Corvigny doit cesser d’arriver en retard.",
    "Les exercices sont faits, la leçon est rarement apprise.",
    "Progrès nets en rédaction depuis le mois de janvier.",
    "Malgré son titre de champion régional d’échecs, manque de concentration.",
    "Doit relire ses dictées avant de les rendre.",
    "Très bon esprit ; aide volontiers ses voisins.",
]
blocks = [("h1", "Remarques du deuxième trimestre")]
blocks += [("p", f"{i}. {words}") for i, words in enumerate(REMARKS, start=1)]
write_document(Path(__file__).parent, "remarques", blocks, title="Remarques")
