"""What the `make.py` scripts beside challenges use to write their attachments: same data, same bytes.

A script adds the `content` folder to `sys.path`, then:

    sys.path.append(str(Path(__file__).resolve().parents[4]))
    from making import write_table
    HERE = Path(__file__).parent
    write_table(HERE, "releves", [["Jour", "Pluie (mm)"], [date(2026, 5, 1), 3.5]])

`write_table`, `write_workbook`   -> stem.ods and stem.xlsx
`write_document`                  -> stem.odt and stem.docx
`write_csv`, `write_text`, `write_zip` -> the named file
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from odf import dc, draw, meta, number, style, svg, table, text
from odf.element import Element
from odf.namespaces import nsdict
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

MADE_ON = datetime(2026, 1, 15, 9, 0, 0)
"""The date every file says it was made on: the clock must not change the bytes."""
ZIP_DATE = (2026, 1, 15, 9, 0, 0)


@dataclass(frozen=True)
class Formula:
    """A cell computed by the spreadsheet: `Formula("B2*C2", 12.5)`.

    The functions have their English names and commas between arguments. `value` is what a reader sees before
    any recalculation (in the ODS; spreadsheets compute the XLSX on opening).
    """

    expression: str
    value: int | float | str


Cell = int | float | str | bool | date | datetime | time | Formula | None
Rows = Sequence[Sequence[Cell]]


# ---------------------------------------------------------------- tables


def write_table(folder: Path, stem: str, rows: Rows, sheet: str = "Feuille 1", header: bool = True) -> None:
    """Writes one sheet as `<stem>.ods` and `<stem>.xlsx`; the first row is in bold when it is a header."""
    write_workbook(folder, stem, {sheet: rows}, header=header)


def write_workbook(folder: Path, stem: str, sheets: Mapping[str, Rows], header: bool = True) -> None:
    """Writes several sheets, in order, as `<stem>.ods` and `<stem>.xlsx`."""
    _write_ods(folder / f"{stem}.ods", sheets, header)
    _write_xlsx(folder / f"{stem}.xlsx", sheets, header)


def _write_xlsx(path: Path, sheets: Mapping[str, Rows], header: bool) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for i, row in enumerate(rows, start=1):
            for j, value in enumerate(row, start=1):
                _fill_xlsx(page.cell(row=i, column=j), value, bold=header and i == 1)
        for j, width in enumerate(_widths(rows), start=1):
            page.column_dimensions[get_column_letter(j)].width = width
        if header:
            page.freeze_panes = "A2"
    book.properties.creator = "Pix"
    book.properties.created = MADE_ON
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(_same_bytes(buffer.getvalue()))


def _fill_xlsx(cell: Any, value: Cell, bold: bool) -> None:
    if isinstance(value, Formula):
        cell.value = f"={value.expression}"
    elif isinstance(value, str):
        cell.value = value
        cell.data_type = "s"  # a text that begins with « = » stays a text
    else:
        cell.value = value
    if isinstance(value, datetime):
        cell.number_format = "DD/MM/YYYY HH:MM"
    elif isinstance(value, date):
        cell.number_format = "DD/MM/YYYY"
    elif isinstance(value, time):
        cell.number_format = "HH:MM:SS" if value.second else "HH:MM"
    if bold:
        cell.font = Font(bold=True)


def _write_ods(path: Path, sheets: Mapping[str, Rows], header: bool) -> None:
    document = OpenDocumentSpreadsheet()
    looks = _ods_looks(document)
    for index, (name, rows) in enumerate(sheets.items()):
        page = table.Table(name=name)
        for j, width in enumerate(_widths(rows)):
            look = style.Style(name=f"col{index}-{j}", family="table-column")
            look.addElement(style.TableColumnProperties(columnwidth=f"{width * 0.2:.2f}cm"))
            document.automaticstyles.addElement(look)
            page.addElement(table.TableColumn(stylename=look))
        for i, row in enumerate(rows):
            line = table.TableRow()
            for value in row:
                line.addElement(_ods_cell(value, looks, bold=header and i == 0))
            page.addElement(line)
        document.spreadsheet.addElement(page)
    _save_odf(document, path)


def _ods_looks(document: Any) -> dict[str, Any]:
    """The cell styles: bold header, dates and times shown the French way."""
    day = number.DateStyle(name="jour")
    for part in (number.Day(style="long"), "/", number.Month(style="long"), "/", number.Year(style="long")):
        day.addElement(number.Text(text=part) if isinstance(part, str) else part)
    moment = number.DateStyle(name="moment")
    for part in (
        number.Day(style="long"), "/", number.Month(style="long"), "/", number.Year(style="long"), " ",
        number.Hours(style="long"), ":", number.Minutes(style="long"),
    ):  # fmt: skip
        moment.addElement(number.Text(text=part) if isinstance(part, str) else part)
    hour = number.TimeStyle(name="heure")
    for part in (
        number.Hours(style="long"),
        ":",
        number.Minutes(style="long"),
        ":",
        number.Seconds(style="long"),
    ):
        hour.addElement(number.Text(text=part) if isinstance(part, str) else part)
    looks = {}
    for data in (day, moment, hour):
        document.automaticstyles.addElement(data)
        look = style.Style(name=f"cellule-{data.getAttribute('name')}", family="table-cell", datastylename=data)
        looks[data.getAttribute("name")] = look
    looks["titre"] = style.Style(name="cellule-titre", family="table-cell")
    looks["titre"].addElement(style.TextProperties(fontweight="bold"))
    for look in looks.values():
        document.automaticstyles.addElement(look)
    return looks


def _ods_cell(value: Cell, looks: dict[str, Any], bold: bool) -> Any:
    if value is None:
        return table.TableCell()
    shown = value.value if isinstance(value, Formula) else value
    options: dict[str, Any] = {"stylename": looks["titre"]} if bold else {}
    if isinstance(value, Formula):
        options["formula"] = _open_formula(value.expression)
    if isinstance(shown, bool):
        options |= {"valuetype": "boolean", "booleanvalue": "true" if shown else "false"}
        words = "VRAI" if shown else "FAUX"
    elif isinstance(shown, (int, float)):
        options |= {"valuetype": "float", "value": repr(shown)}
        words = repr(shown).removesuffix(".0").replace(".", ",")
    elif isinstance(shown, datetime):
        options |= {"valuetype": "date", "datevalue": shown.isoformat(), "stylename": looks["moment"]}
        words = f"{shown:%d/%m/%Y %H:%M}"
    elif isinstance(shown, date):
        options |= {"valuetype": "date", "datevalue": shown.isoformat(), "stylename": looks["jour"]}
        words = f"{shown:%d/%m/%Y}"
    elif isinstance(shown, time):
        options |= {"valuetype": "time", "timevalue": f"{shown:PT%HH%MM%SS}", "stylename": looks["heure"]}
        words = f"{shown:%H:%M:%S}"
    else:
        options |= {"valuetype": "string"}
        words = shown
    cell = table.TableCell(**options)
    paragraph = text.P()
    _add_odf_text(paragraph, words)
    cell.addElement(paragraph)
    return cell


REFERENCE = re.compile(
    r"(?P<sheet>'[^']+'!|[A-Za-z_]\w*!)?(?P<a>\$?[A-Z]{1,2}\$?\d+)(?::(?P<b>\$?[A-Z]{1,2}\$?\d+))?(?![\w(])"
)


def _open_formula(expression: str) -> str:
    """`SUM(B2:B9,1)` -> `of:=SUM([.B2:.B9];1)`; a text between quotes is left as it is."""
    parts = re.split(r'("[^"]*")', expression)
    return "of:=" + "".join(
        part if part.startswith('"') else REFERENCE.sub(_open_reference, part).replace(",", ";") for part in parts
    )


def _open_reference(found: re.Match[str]) -> str:
    sheet = f"${found['sheet'][:-1]}" if found["sheet"] else ""
    return f"[{sheet}.{found['a']}" + (f":.{found['b']}" if found["b"] else "") + "]"


def _widths(rows: Rows) -> list[int]:
    """A comfortable width of each column, in characters."""
    columns = max((len(row) for row in rows), default=0)
    longest = [0] * columns
    for row in rows:
        for j, value in enumerate(row):
            shown = value.value if isinstance(value, Formula) else value
            longest[j] = max(longest[j], 10 if isinstance(shown, date) else len(str(shown)) if shown is not None else 0)
    return [min(max(length + 3, 9), 60) for length in longest]


# ---------------------------------------------------------------- documents

Run = str | tuple[str, Mapping[str, Any]]
"""A text, or a text with its look: bold, italic, underline, font, size (points), color ("1B5E20"), hidden."""
Block = tuple[Any, ...]
"""`(kind, content)` or `(kind, content, options)`.

h1 h2 h3 title p li  content: a text or a list of runs;
                     options: style (a name of `styles`), align, and the looks of a run
table                content: rows of texts; options: header (true)
image                content: a path; options: alt, width, height (cm)
break                a new page begins (content: "")
"""


def write_document(
    folder: Path,
    stem: str,
    blocks: Sequence[Block],
    *,
    styles: Mapping[str, Mapping[str, Any]] | None = None,
    header: str = "",
    footer: str = "",
    title: str = "",
    author: str = "Pix",
    formats: Sequence[str] = ("odt", "docx"),
) -> None:
    """Writes `<stem>.odt` and `<stem>.docx`.

    `styles` are paragraph styles, parents first: `{"Citation": {"parent": "Base", "size": 12}}`.
    In `header` and `footer`, `{page}` is the number of the page.
    """
    described: dict[str, Any] = {
        "styles": styles or {},
        "header": header,
        "footer": footer,
        "title": title,
        "author": author,
    }
    if "odt" in formats:
        _write_odt(folder / f"{stem}.odt", blocks, **described)
    if "docx" in formats:
        _write_docx(folder / f"{stem}.docx", blocks, **described)


def _runs(content: Any) -> list[tuple[str, Mapping[str, Any]]]:
    runs = [content] if isinstance(content, str) else content
    return [(run, {}) if isinstance(run, str) else (run[0], run[1]) for run in runs]


def _parts(block: Block) -> tuple[str, Any, Mapping[str, Any]]:
    kind, content = block[0], block[1] if len(block) > 1 else ""
    return kind, content, block[2] if len(block) > 2 else {}


LOOKS = ("bold", "italic", "underline", "font", "size", "color", "hidden")


def _look(options: Mapping[str, Any]) -> dict[str, Any]:
    return {key: options[key] for key in LOOKS if key in options}


def _write_docx(
    path: Path,
    blocks: Sequence[Block],
    *,
    styles: Mapping[str, Mapping[str, Any]],
    header: str,
    footer: str,
    title: str,
    author: str,
) -> None:
    document = docx.Document()
    base = document.styles["Normal"]
    base.font.name, base.font.size = "Liberation Sans", Pt(11)
    base.element.get_or_add_rPr().append(_docx_element("w:lang", {"w:val": "fr-FR"}))
    for name, options in styles.items():
        made = document.styles.add_style(name, 1)
        made.base_style = document.styles[options.get("parent", "Normal")]
        _dress_docx(made.font, options)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.5)
    for words, place in ((header, page.header), (footer, page.footer)):
        if words:
            _docx_with_page(place.paragraphs[0], words)
    for block in blocks:
        _add_docx_block(document, *_parts(block))
    about = document.core_properties
    about.author, about.last_modified_by, about.title, about.comments = author, author, title, ""
    about.created = about.modified = MADE_ON
    about.language = "fr-FR"
    buffer = io.BytesIO()
    document.save(buffer)
    path.write_bytes(_same_bytes(buffer.getvalue()))


DOCX_STYLES = {"h1": "Heading 1", "h2": "Heading 2", "h3": "Heading 3", "title": "Title", "li": "List Bullet"}


def _add_docx_block(document: Any, kind: str, content: Any, options: Mapping[str, Any]) -> None:
    if kind == "break":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif kind == "image":
        sizes = {key: Cm(options[key]) for key in ("width", "height") if key in options}
        document.add_picture(str(content), **sizes)
        drawn = document.inline_shapes[-1]._inline.docPr
        drawn.set("descr", options.get("alt", ""))
        drawn.set("name", options.get("name", "Image"))
    elif kind == "table":
        grid = document.add_table(rows=len(content), cols=len(content[0]), style="Table Grid")
        for i, row in enumerate(content):
            for j, words in enumerate(row):
                grid.cell(i, j).text = str(words)
        if options.get("header", True):
            grid.rows[0]._tr.get_or_add_trPr().append(_docx_element("w:tblHeader", {}))
    else:
        named = options.get("style") or DOCX_STYLES.get(kind)
        paragraph = document.add_paragraph(style=named)
        if "align" in options:
            paragraph.alignment = {"left": 0, "center": 1, "right": 2, "justify": 3}[options["align"]]
        for words, look in _runs(content):
            _dress_docx(paragraph.add_run(words).font, {**_look(options), **look})


def _dress_docx(font: Any, look: Mapping[str, Any]) -> None:
    for key in ("bold", "italic", "underline", "hidden"):
        if key in look:
            setattr(font, key, look[key])
    if "font" in look:
        font.name = look["font"]
        font.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:cs"), look["font"])
    if "size" in look:
        font.size = Pt(look["size"])
    if "color" in look:
        font.color.rgb = RGBColor.from_string(look["color"])


def _docx_with_page(paragraph: Any, words: str) -> None:
    for part in re.split(r"(\{page\})", words):
        run = paragraph.add_run("" if part == "{page}" else part)
        if part == "{page}":
            for kind in ("begin", "instr", "end"):
                if kind == "instr":
                    instruction = _docx_element("w:instrText", {"xml:space": "preserve"})
                    instruction.text = " PAGE "
                    run._r.append(instruction)
                else:
                    run._r.append(_docx_element("w:fldChar", {"w:fldCharType": kind}))


def _docx_element(tag: str, attributes: Mapping[str, str]) -> Any:
    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element


def _write_odt(
    path: Path,
    blocks: Sequence[Block],
    *,
    styles: Mapping[str, Mapping[str, Any]],
    header: str,
    footer: str,
    title: str,
    author: str,
) -> None:
    document = OpenDocumentText()
    writer = _OdtWriter(document)
    writer.base_styles(styles)
    writer.page(header, footer)
    for block in blocks:
        writer.add(*_parts(block))
    document.meta.addElement(dc.Title(text=title))
    document.meta.addElement(dc.Creator(text=author))
    document.meta.addElement(dc.Language(text="fr-FR"))
    _save_odf(document, path)


class _OdtWriter:
    """Adds blocks to an ODT; a look met twice is one automatic style."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.made: dict[tuple[str, str], str] = {}
        self.bordered = False
        self.break_before = False

    def base_styles(self, styles: Mapping[str, Mapping[str, Any]]) -> None:
        """The named styles: Standard, titles, list, and those of the document."""
        standard = style.Style(name="Standard", family="paragraph", attributes={"class": "text"})
        standard.addElement(style.ParagraphProperties(marginbottom="0.2cm"))
        standard.addElement(
            style.TextProperties(
                fontname="Liberation Sans",
                fontfamily="Liberation Sans",
                fontsize="11pt",
                language="fr",
                country="FR",
            )
        )
        self.document.styles.addElement(standard)
        for shown, size in (("Title", 24), ("Heading 1", 16), ("Heading 2", 13), ("Heading 3", 11.5)):
            level = {"defaultoutlinelevel": shown[-1]} if shown[-1].isdigit() else {}
            made = style.Style(
                name=shown.replace(" ", "_20_"),
                displayname=shown,
                family="paragraph",
                parentstylename="Standard",
                **level,
            )
            made.addElement(style.ParagraphProperties(margintop="0.4cm", marginbottom="0.2cm", keepwithnext="always"))
            made.addElement(style.TextProperties(fontsize=f"{size}pt", fontweight="bold"))
            self.document.styles.addElement(made)
        for name, options in styles.items():
            made = style.Style(
                name=_odf_name(name), displayname=name, family="paragraph",
                parentstylename=_odf_name(options.get("parent", "Standard")),
            )  # fmt: skip
            made.addElement(style.TextProperties(**_odf_text_look(options)))
            self.document.styles.addElement(made)
        bullets = text.ListStyle(name="Puces")
        bullet = text.ListLevelStyleBullet(level="1", bulletchar="•")
        bullet.addElement(style.ListLevelProperties(spacebefore="0.5cm", minlabelwidth="0.5cm"))
        bullets.addElement(bullet)
        self.document.automaticstyles.addElement(bullets)

    def page(self, header: str, footer: str) -> None:
        """An A4 page with its header and footer."""
        layout = style.PageLayout(name="A4")
        layout.addElement(style.PageLayoutProperties(pagewidth="21cm", pageheight="29.7cm", margin="2.5cm"))
        if header:
            layout.addElement(style.HeaderStyle())
        if footer:
            layout.addElement(style.FooterStyle())
        self.document.automaticstyles.addElement(layout)
        master = style.MasterPage(name="Standard", pagelayoutname=layout)
        for words, made in ((header, style.Header()), (footer, style.Footer())):
            if words:
                paragraph = text.P(stylename="Standard")
                for part in re.split(r"(\{page\})", words):
                    if part == "{page}":
                        paragraph.addElement(text.PageNumber(selectpage="current", text="1"))
                    else:
                        _add_odf_text(paragraph, part)
                made.addElement(paragraph)
                master.addElement(made)
        self.document.masterstyles.addElement(master)

    def add(self, kind: str, content: Any, options: Mapping[str, Any]) -> None:
        body = self.document.text
        if kind == "break":
            self.break_before = True
        elif kind == "image":
            body.addElement(self.image(content, options))
        elif kind == "table":
            body.addElement(self.table(content, header=options.get("header", True)))
        elif kind == "li":
            items = text.List(stylename="Puces")
            item = text.ListItem()
            item.addElement(self.paragraph(text.P, "Standard", content, options))
            items.addElement(item)
            body.addElement(items)
        elif kind in ("h1", "h2", "h3"):
            body.addElement(self.paragraph(text.H, f"Heading_20_{kind[1]}", content, options, outlinelevel=kind[1]))
        else:
            named = "Title" if kind == "title" else _odf_name(options.get("style", "Standard"))
            body.addElement(self.paragraph(text.P, named, content, options))

    def paragraph(self, element: Any, named: str, content: Any, options: Mapping[str, Any], **extra: str) -> Any:
        properties: dict[str, str] = {}
        if "align" in options:
            properties["textalign"] = {"left": "start", "right": "end"}.get(options["align"], options["align"])
        if self.break_before:
            properties["breakbefore"] = "page"
            self.break_before = False
        if properties:
            named = self.automatic("paragraph", named, properties)
        paragraph = element(stylename=named, **extra)
        for words, look in _runs(content):
            dress = _odf_text_look({**_look(options), **look})
            if dress:
                span = text.Span(stylename=self.automatic("text", "", dress))
                _add_odf_text(span, words)
                paragraph.addElement(span)
            else:
                _add_odf_text(paragraph, words)
        return paragraph

    def automatic(self, family: str, parent: str, properties: Mapping[str, str]) -> str:
        key = (family + parent, repr(sorted(properties.items())))
        if key not in self.made:
            name = f"{'P' if family == 'paragraph' else 'T'}{len(self.made) + 1}"
            made = style.Style(name=name, family=family, **({"parentstylename": parent} if parent else {}))
            holder = style.ParagraphProperties if family == "paragraph" else style.TextProperties
            made.addElement(holder(**properties))
            self.document.automaticstyles.addElement(made)
            self.made[key] = name
        return self.made[key]

    def table(self, rows: Sequence[Sequence[Any]], header: bool) -> Any:
        if not self.bordered:
            border = style.Style(name="Cellule", family="table-cell")
            border.addElement(style.TableCellProperties(border="0.5pt solid #000000", padding="0.1cm"))
            self.document.automaticstyles.addElement(border)
            self.bordered = True
        grid = table.Table(name=f"Tableau{len(self.document.getElementsByType(table.Table)) + 1}")
        grid.addElement(table.TableColumn(numbercolumnsrepeated=str(len(rows[0]))))
        for i, row in enumerate(rows):
            line = table.TableRow()
            for words in row:
                cell = table.TableCell(stylename="Cellule", valuetype="string")
                paragraph = text.P(stylename="Standard")
                _add_odf_text(paragraph, str(words))
                cell.addElement(paragraph)
                line.addElement(cell)
            if header and i == 0:
                head = table.TableHeaderRows()
                head.addElement(line)
                grid.addElement(head)
            else:
                grid.addElement(line)
        return grid

    def image(self, path: Path, options: Mapping[str, Any]) -> Any:
        data = Path(path).read_bytes()
        count = len(self.document.Pictures) + 1
        suffix = Path(path).suffix.lower()
        kind = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}[suffix]
        place = self.document.addPicture(f"Pictures/image{count}{suffix}", kind, data)
        paragraph = text.P(stylename="Standard")
        frame = draw.Frame(
            name=options.get("name", f"Image{count}"), anchortype="as-char",
            width=f"{options.get('width', 8)}cm", height=f"{options.get('height', 6)}cm",
        )  # fmt: skip
        frame.addElement(draw.Image(href=place, type="simple", show="embed", actuate="onLoad"))
        if options.get("alt"):
            frame.addElement(svg.Desc(text=options["alt"]))
        paragraph.addElement(frame)
        return paragraph


def _odf_name(name: str) -> str:
    return re.sub(r"\W", lambda found: f"_{ord(found[0]):x}_", "Standard" if name == "Normal" else name)


def _odf_text_look(look: Mapping[str, Any]) -> dict[str, str]:
    made: dict[str, str] = {}
    if "bold" in look:
        made["fontweight"] = "bold" if look["bold"] else "normal"
    if "italic" in look:
        made["fontstyle"] = "italic" if look["italic"] else "normal"
    if look.get("underline"):
        made |= {
            "textunderlinestyle": "solid",
            "textunderlinewidth": "auto",
            "textunderlinecolor": "font-color",
        }
    if "font" in look:
        made |= {"fontname": look["font"], "fontfamily": look["font"]}
    if "size" in look:
        made["fontsize"] = f"{look['size']}pt"
    if "color" in look:
        made["color"] = f"#{look['color'].lower()}"
    if look.get("hidden"):
        made["display"] = "none"
    return made


def _add_odf_text(element: Any, words: str) -> None:
    """Adds a text, its repeated spaces, tabs and line breaks as ODF wants them."""
    for part in re.split(r"(\t|\n| {2,}|^ | $)", words):
        if part == "\t":
            element.addElement(text.Tab())
        elif part == "\n":
            element.addElement(text.LineBreak())
        elif part and not part.strip(" "):
            element.addElement(text.S(c=str(len(part))))
        elif part:
            element.addText(part)


def _save_odf(document: Any, path: Path) -> None:
    # odfpy declares the namespaces met since the program began: declare them all, always in the same order.
    Element.namespaces.clear()
    Element.namespaces.update(sorted(nsdict.items()))
    document.meta.addElement(meta.CreationDate(text=MADE_ON.isoformat()))
    document.meta.addElement(dc.Date(text=MADE_ON.isoformat()))
    buffer = io.BytesIO()
    document.write(buffer)
    path.write_bytes(_same_bytes(buffer.getvalue()))


# ---------------------------------------------------------------- texts and archives


def write_csv(folder: Path, name: str, rows: Rows, separator: str = ";", encoding: str = "utf-8") -> None:
    """Writes a CSV as French spreadsheets do: semicolons, decimal commas, 31/12/2026."""
    lines = [separator.join(_csv_field(value, separator) for value in row) for row in rows]
    (folder / name).write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))


def _csv_field(value: Cell, separator: str) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    words = str(value).replace(".", ",") if isinstance(value, float) else str(value)
    return '"' + words.replace('"', '""') + '"' if re.search(f'[{re.escape(separator)}"\n]', words) else words


def write_text(folder: Path, name: str, words: str, encoding: str = "utf-8") -> None:
    """Writes a text file, with the line ends it is given."""
    (folder / name).write_bytes(words.encode(encoding))


def write_zip(folder: Path, name: str, files: Mapping[str, bytes | str]) -> None:
    """Writes an archive: a path inside it -> its bytes, or its text in UTF-8."""
    (folder / name).write_bytes(
        _zipped([(path, body.encode() if isinstance(body, str) else body) for path, body in files.items()])
    )


def _zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, body in files:
            entry = zipfile.ZipInfo(path, date_time=ZIP_DATE)
            entry.external_attr = (0o755 << 16 | 0x10) if path.endswith("/") else 0o644 << 16
            entry.create_system = 3
            stored = path == "mimetype" or path.endswith("/")
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, body, compresslevel=9)
    return buffer.getvalue()


MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def _same_bytes(archive: bytes) -> bytes:
    """The same document with the clock taken out: entries and « modified » date are fixed."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        files = [(item.filename, source.read(item)) for item in source.infolist()]
    moment = f"{MADE_ON:%Y-%m-%dT%H:%M:%SZ}".encode()
    return _zipped([(path, MODIFIED.sub(rb"\g<1>" + moment, body)) for path, body in files])
