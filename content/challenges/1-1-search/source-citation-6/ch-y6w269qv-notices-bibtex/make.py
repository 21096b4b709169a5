"""Writes the bibliography (bibliographie.txt)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

RECORDS = [
    ("aubry2015sel", "Aubry, Claire", "Le sel des étangs", "Revue du littoral", 2015, "10.5555/littoral.2015.021"),
    ("roche2019maree", "Roche, Lucie and Karim, Adel", "Mesurer la marée au marégraphe : un siècle de relevés", "Océan et mesure", 2019, "10.5555/ocean.2019.0417"),
    ("ngo2020vagues", "Ngo, Minh", "Vagues et digues", "Océan et mesure", 2020, "10.5555/ocean.2020.0102"),
    ("roche2021maree", "Roche, Lucie and Karim, Adel", "Mesurer la marée au marégraphe : deux siècles de relevés", "Océan et mesure", 2021, "10.5555/ocean.2021.0417"),
    ("SanchezVent", "Sánchez, Irene", "Les vents d’autan", "Climats", 2018, "10.5555/climats.2018.330"),
    ("dieng2017dune", "Dieng, Awa and Morel, Paul", "La dune qui marche", "Revue du littoral", 2017, "10.5555/littoral.2017.008"),
    ("PetitHuitres", "Petit, J.", "Huîtres et température de l’eau", "Revue du littoral", 2022, "10.5555/littoral.2022.119"),
    ("karim2016ports", "Karim, Adel", "Les ports et leurs marégraphes", "Histoire des techniques", 2016, "10.5555/techniques.2016.055"),
    ("weber2014carte", "Weber, Hanna", "Cartographier les fonds", "Océan et mesure", 2014, "10.5555/ocean.2014.0417"),
    ("lemoine2023algues", "Lemoine, Sacha", "Algues vertes, algues rouges", "Climats", 2023, "10.5555/climats.2023.017"),
    ("RocheKarim19", "L. Roche and A. Karim", "Un siècle de relevés du marégraphe (mesure de la marée)", "Océan \\& Mesure, no 4", 2019, "https://doi.org/10.5555/OCEAN.2019.0417"),
    ("faure2012phares", "Faure, Denise", "Phares et balises", "Histoire des techniques", 2012, "10.5555/techniques.2012.004"),
    ("dieng2018dune", "Dieng, Awa", "La dune qui marche, suite", "Revue du littoral", 2018, "10.5555/littoral.2018.008"),
    ("okafor2021sable", "Okafor, Mina", "Le prix du sable", "Climats", 2021, "10.5555/climats.2021.204"),
    ("ngo2022vagues", "Ngo, Minh and Faure, Denise", "Vagues, digues et villes", "Océan et mesure", 2022, "10.5555/ocean.2022.0102"),
]  # fmt: skip
text = "".join(
    f"@article{{{key},\n  author = {{{author}}},\n  title = {{{title}}},\n  journal = {{{journal}}},\n"
    f"  year = {{{year}}},\n  doi = {{{doi}}}\n}}\n\n"
    for key, author, title, journal, year, doi in RECORDS
)
write_text(Path(__file__).parent, "bibliographie.txt", text)
