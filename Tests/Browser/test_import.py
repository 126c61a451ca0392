"""A spreadsheet of marks goes through the wizard: columns by hand, plan, save, history, undo."""

import re
from contextlib import closing
from datetime import date

import pytest

import marksheet
import twins
from axe import violations
from visitor import NARROW

JOB = re.compile(r"/imports/(plans|batches)/\d+$")
BATCH = re.compile(r"/imports/batches/\d+$")


@pytest.fixture
def specialist(visitors, world):
    with closing(visitors.signed_in(world.one("board-specialist"))) as visitor:
        yield visitor


@pytest.fixture
def sheet(specialist, tmp_path):
    """The file, and how many marks stand in it."""
    listed = class_list(specialist)
    file = tmp_path / "parbaudes darbs.xlsx"
    return file, marksheet.write(file, listed, date.today())


def first_institution(visitor) -> str:
    """Opens the page of the first institution; its name."""
    visitor.go("/institutions")
    visitor.go(visitor.page.get_attribute("main tbody a[href^='/institutions/']", "href"))
    return visitor.page.inner_text("h1")


def class_list(visitor) -> marksheet.ClassList:
    """Some pupils of a class, as the page of the class names them; namesakes are left out."""
    institution = first_institution(visitor)
    link = visitor.page.locator("main tbody a[href^='/classes/']").last
    name = link.inner_text()
    visitor.go(link.get_attribute("href"))
    names = visitor.page.locator("main tbody a[href^='/pupils/']").all_inner_texts()
    pupils = [tuple(each.split(" ", 1)) for each in names if names.count(each) == 1][:6]
    assert len(pupils) == 6, names
    return marksheet.ClassList(institution, name, pupils)


def upload(visitor, file, kind: str = "marks") -> None:
    visitor.go("/imports")
    visitor.page.click("main a[href='/imports/new']")
    visitor.page.set_input_files("[name=file]", file)
    visitor.page.select_option("[name=format]", kind)
    visitor.page.click("form#upload button[type=submit]")
    assert visitor.path == "/imports/columns"


def fill_columns(visitor) -> None:
    for field in marksheet.HEADINGS:
        visitor.page.select_option(f"[name='column-{field}']", label=marksheet.label(field))


def choose_columns(visitor) -> None:
    fill_columns(visitor)
    read_file(visitor)


def read_file(visitor) -> None:
    """From the columns to the plan."""
    visitor.page.click("form#columns button[type=submit]")
    visitor.page.wait_for_url(JOB)


def choose_pupils(visitor, folder, today: date) -> None:
    """Brings a list in which a pupil stands twice as far as its plan; its columns are known by their headings."""
    institution = first_institution(visitor)
    classes = visitor.page.locator("main tbody a[href^='/classes/']").all_inner_texts()
    file = folder / "izglitojamie.csv"
    twins.write(file, institution, (classes[0], classes[-1]), today)
    upload(visitor, file, "pupils")
    read_file(visitor)


def apply(visitor) -> str:
    """Saves what a plan says; the address of the batch."""
    visitor.page.click("button[name=do][value=apply]")
    visitor.page.wait_for_url(BATCH)
    return visitor.path


def undo(visitor, batch: str) -> None:
    """Takes a batch back, with the question before."""
    visitor.go(batch)
    visitor.page.click("form#undo button[type=submit]")
    assert visitor.page.locator("h1").inner_text().endswith("?")
    visitor.page.click("form#undo button[type=submit]")
    visitor.page.wait_for_url(BATCH)


def new_marks(page) -> int:
    """How many marks the plan would add."""
    return int(page.locator(".counts > div", has_text="Vērtējumi: pievienos").locator("dd").inner_text())


def test_marks_are_mapped_planned_saved_seen_and_undone(specialist, sheet):
    file, marks = sheet
    page = specialist.page
    upload(specialist, file)
    assert "40,5" in page.inner_text("main"), "the first rows stand on the page"
    choose_columns(specialist)
    assert new_marks(page) == marks
    assert page.locator("#findings").count() == 0, page.inner_text("main")

    batch = apply(specialist)
    assert page.locator("main").get_by_text("spēkā").count() == 1
    specialist.go("/imports")
    row = page.locator("main tbody tr").first
    assert file.name in row.inner_text() and "spēkā" in row.inner_text()

    upload(specialist, file)
    choose_columns(specialist)
    assert page.locator("button[value=apply]").count() == 0, "the same file twice changes nothing"

    undo(specialist, batch)
    specialist.go(batch)
    assert "atsaukts" in page.inner_text("main dl")
    specialist.go("/imports")
    assert "atsaukts" in page.locator("main tbody tr").first.inner_text()

    upload(specialist, file)
    choose_columns(specialist)
    assert new_marks(page) == marks, "after the undo every mark is new again"
    page.click("button[name=do][value=discard]")
    assert specialist.path == "/imports"
    assert specialist.complaints == []


def test_a_column_may_not_be_chosen_twice(specialist, sheet):
    upload(specialist, sheet[0])
    page = specialist.page
    for field in ("surname", "forename"):
        page.select_option(f"[name='column-{field}']", label=marksheet.label("surname"))
    page.click("form#columns button[type=submit]")
    assert specialist.path == "/imports/columns"
    assert page.title().startswith("Kļūda: ")
    chosen = page.eval_on_selector("[name='column-forename']", "select => select.selectedOptions[0].text")
    assert chosen == marksheet.label("surname"), "what was chosen is not lost"


def fits(page) -> bool:
    """Whether nothing stands out of a phone's width."""
    page.set_viewport_size({"width": NARROW, "height": 844})
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": 1280, "height": 900})
    return width <= NARROW


def choose_place(page, sheet: str, heading: str) -> None:
    """Says where the table is; with the keyboard the button sends it."""
    page.select_option("#place-sheet", label=sheet)
    page.select_option("#place-heading", heading)
    with page.expect_navigation():
        page.click("form#place button[type=submit]")
    assert page.input_value("#place-heading") == heading


def test_what_no_column_says_is_set_in_the_wizard_kept_and_changed(specialist, tmp_path):
    listed = class_list(specialist)
    file = tmp_path / "izraksts.xlsx"
    marks = marksheet.write_bare(file, listed, date.today())
    page = specialist.page
    upload(specialist, file)
    choose_place(page, "Darbs", "4")
    for field, heading in marksheet.BARE.items():
        page.select_option(f"[name='column-{field}']", label=heading)
    names = page.locator("#columns-set-institution-list option")
    assert listed.institution in names.evaluate_all("all => all.map(each => each.value)")
    assert page.input_value("[name='set-subject']") == marksheet.SUBJECT, "the title names the subject"
    page.fill("[name='set-institution']", listed.institution)
    page.fill("[name='set-class']", listed.name)
    page.select_option("[name='set-scale']", label="Procenti")
    page.select_option("[name='set-kind']", label="Pārbaudes darba vērtējums")
    assert not page.is_visible("[name=precedence]"), "what is rare is folded"
    page.locator("summary", has_text="Vairāk iestatījumu").focus()
    page.keyboard.press("Enter")
    page.select_option("[name=precedence]", label="Der pēdējā")
    assert violations(page) == []
    assert fits(page)
    page.fill("[name='save-as']", "Klases izraksts")
    read_file(specialist)
    assert new_marks(page) == marks
    assert page.locator("#findings").count() == 0, page.inner_text("main")
    batch = apply(specialist)

    specialist.go("/imports/new")
    page.set_input_files("[name=file]", file)
    page.select_option("[name=mapping]", label="Klases izraksts")
    page.click("form#upload button[type=submit]")
    assert page.input_value("[name='set-class']") == listed.name
    assert page.eval_on_selector("[name='set-scale']", "each => each.selectedOptions[0].text") == "Procenti"
    read_file(specialist)
    assert page.locator("button[value=apply]").count() == 0, "the same file twice changes nothing"
    undo(specialist, batch)
    change_mapping(specialist)
    assert specialist.complaints == []


def change_mapping(specialist) -> None:
    """Renames a saved mapping, removes it, puts it back and removes it for good measure."""
    page = specialist.page
    specialist.go("/imports")
    page.click("main a[href='/imports/mappings']")
    page.click("#mappings a >> text=Klases izraksts")
    assert violations(page) == []
    assert fits(page)
    page.fill("[name=title]", "Darbi procentos")
    page.click("form#mapping button[type=submit]")
    assert specialist.path == "/imports/mappings"
    assert "Darbi procentos" in page.inner_text("#mappings")
    for _ in range(2):
        page.click("#mappings a >> text=Darbi procentos")
        page.click(".apart button")
        assert page.locator("#mappings a").count() == 0
        page.locator("summary", has_text="Noņemtie").click()
        assert violations(page) == []
        page.click("button >> text=Atjaunot „Darbi procentos”")
        assert page.locator("#mappings a").count() == 1
    page.click("#mappings a >> text=Darbi procentos")
    page.click(".apart button")


def test_a_journal_is_told_whose_it_is(specialist, tmp_path):
    listed = class_list(specialist)
    file = tmp_path / "zurnals.xlsx"
    marks = marksheet.write_journal(file, listed, date.today())
    page = specialist.page
    upload(specialist, file, "eklase-journal")
    page.fill("[name='set-institution']", "")
    page.click("form#columns button[type=submit]")
    assert page.title().startswith("Kļūda: ")
    assert "Iestāde" in page.inner_text("form#columns .field.has-error")
    page.fill("[name='set-institution']", listed.institution)
    page.select_option("[name='set-sheets']", label="Klases žurnāls")
    assert violations(page) == []
    read_file(specialist)
    assert new_marks(page) == marks
    page.click("button[name=do][value=discard]")
    assert specialist.path == "/imports"


@pytest.mark.parametrize(
    ("name", "content"),
    [("tukss.csv", b""), ("bilde.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64)), ("parauts.xlsx", b"PK\x03\x04" + bytes(200))],
)
def test_a_file_that_cannot_be_read_is_refused_beside_its_field(specialist, tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    page = specialist.page
    specialist.go("/imports/new")
    page.set_input_files("[name=file]", file)
    page.click("form#upload button[type=submit]")
    assert specialist.path == "/imports/new"
    assert page.title().startswith("Kļūda: ")
    assert page.locator(".errors a").count() == 1
    assert len(page.inner_text(".field.has-error .wrong")) > 20
