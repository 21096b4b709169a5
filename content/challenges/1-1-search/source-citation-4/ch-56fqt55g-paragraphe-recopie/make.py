"""Writes the talk and its source (expose.odt, expose.docx)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document

SOURCE = [
    "Le castor d’Europe avait presque disparu au début du vingtième siècle, chassé pour sa fourrure.",
    "Ses barrages ralentissent l’eau, retiennent la boue et créent des mares où vivent grenouilles et libellules.",
    "Il ne mange pas de poisson : il se nourrit d’écorces, de feuilles et d’herbes.",
    "Une famille de castors occupe entre un et trois kilomètres de rivière.",
]
TALK = [
    "J’ai choisi le castor parce que j’en ai vu un l’été dernier, à la tombée du jour, près du pont de Lirande.",
    "Le castor est le plus gros rongeur d’Europe. On le reconnaît à sa queue plate, couverte d’écailles.",
    f"Pourquoi était-il devenu rare ? Denise Faure l’explique : « {SOURCE[0]} »",
    "Il vit la nuit. Le jour, il dort dans un terrier creusé dans la berge, ou dans une hutte de branches.",
    "Denise Faure rappelle aussi qu’il ne s’attaque pas aux poissons : son menu est fait de plantes et d’écorces.",
    f"Le castor rend service aux autres animaux. {SOURCE[1]}",
    "Ses dents poussent toute sa vie. Il les use en rongeant des troncs de saule et de peuplier.",
    "En conclusion, le castor transforme la rivière, et il faut apprendre à vivre à côté de lui.",
]
blocks = [("h1", "Le castor, bâtisseur de rivières"), ("p", "Exposé de sciences")]
blocks += [("p", f"{number}. {text}") for number, text in enumerate(TALK, 1)]
blocks += [("break", ""), ("h2", "Source : Denise Faure, « Le castor », site Rivières vivantes, 2024")]
blocks += [("p", " ".join(SOURCE))]
write_document(Path(__file__).parent, "expose", blocks, title="Exposé sur le castor")
