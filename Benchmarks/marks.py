"""Boards with marks, of two sizes and one density, for the cost of one changed mark."""

import random

CLASS = 25
SUBJECTS = ["Matemātika", "Latviešu valoda", "Angļu valoda", "Vēsture", "Bioloģija", "Fizika", "Ķīmija", "Mūzika",
            "Sports", "Ģeogrāfija", "Informātika", "Vizuālā māksla"]
YEAR = "2025/2026"


def write(folder, pupils, with_marks=True):
    """Writes registers and marks: schools of 500 pupils, 24 marks a pupil; gives the files in order."""
    folder.mkdir(parents=True)
    dice = random.Random(3)
    schools = (pupils + 499) // 500
    with open(folder / "institutions.csv", "w") as out:
        out.write("name,reg_no,kind,type\n")
        for school in range(schools):
            out.write(f"{school_name(school)},{9900000000 + school},Vispārējās izglītības iestāde,pamatskola\n")
    with open(folder / "classes.csv", "w") as out:
        out.write("institution,year,class,grade\n")
        for school in range(schools):
            for group in range(500 // CLASS):
                out.write(f"{school_name(school)},{YEAR},{class_name(group)},{grade(group)}\n")
    with open(folder / "pupils.csv", "w") as out:
        out.write("institution,external_code,surname,forename,year,class,from\n")
        for pupil in range(pupils):
            out.write(f"{school_name(pupil // 500)},J{pupil:07},Uzvārds{pupil % 977},Vārds{pupil % 613},{YEAR},"
                      f"{class_name(pupil % 500 // CLASS)},2025-09-01\n")
    with open(folder / "staff.csv", "w") as out:
        out.write("institution,external_code,surname,forename,role,from\n")
        for school in range(schools):
            out.write(f"{school_name(school)},P{school:05},Skolotāja,Anna,teacher,2025-09-01\n")
    with open(folder / "teaching.csv", "w") as out:
        out.write("institution,year,class,subject,teacher_code,teacher_surname,teacher_forename\n")
        for school in range(schools):
            for group in range(500 // CLASS):
                for subject in SUBJECTS:
                    out.write(f"{school_name(school)},{YEAR},{class_name(group)},{subject},P{school:05},Skolotāja,"
                              "Anna\n")
    kinds = ["institutions", "classes", "pupils", "staff", "teaching"]
    if not with_marks:
        return [(kind, folder / f"{kind}.csv") for kind in kinds]
    with open(folder / "marks.csv", "w") as out:
        out.write(HEAD)
        for pupil in range(pupils):
            for subject in SUBJECTS:
                for term in (1, 2):
                    mark = dice.randint(3, 10)
                    is_changed_later = (pupil, subject, term) == (pupils // 2, SUBJECTS[3], 2)
                    out.write(line(pupil, subject, term, 10 if is_changed_later else mark))
    return [(kind, folder / f"{kind}.csv") for kind in [*kinds, "marks"]]


HEAD = "institution,class,pupil_code,subject,mark,kind,year,term\n"


def line(pupil, subject, term, mark):
    return (f"{school_name(pupil // 500)},{class_name(pupil % 500 // CLASS)},J{pupil:07},{subject},{mark},term,{YEAR},"
            f"{term}\n")


def year(folder, pupils, marks):
    """A school year's marks of lessons, so many for each pupil: school after school, in no order inside.

    They stand in files of some 4 million lines, as no file may be larger than 500 MB.
    """
    folder.mkdir()
    days = [f"{2025 + (month < 9)}-{month:02}-{day:02}" for month in (9, 10, 11, 12, 1, 2, 3, 4, 5)
            for day in range(1, 29)]
    places = [(subject, day) for subject in SUBJECTS for day in range(len(days))]
    dice = random.Random(5)
    schools = max(1, 4_000_000 // (500 * marks))
    for part, start in enumerate(range(0, pupils, 500 * schools)):
        with open(folder / f"{part + 1:03}.csv", "w") as out:
            out.write("institution,class,pupil_code,subject,mark,kind,year,term,date\n")
            for school in range(start, min(start + 500 * schools, pupils), 500):
                out.writelines(block(school, min(school + 500, pupils), marks, places, days, dice))


def block(first, end, marks, places, days, dice):
    """The marks of the pupils of a school."""
    lines = []
    for pupil in range(first, end):
        who = f"{school_name(pupil // 500)},{class_name(pupil % 500 // CLASS)},J{pupil:07}"
        for subject, day in dice.sample(places, marks):
            lines.append(f"{who},{subject},{dice.randint(2, 10)},lesson,{YEAR},{1 if day < 112 else 2},{days[day]}\n")
    dice.shuffle(lines)
    return lines


def change(path, pupils, mark):
    """A file of one line: the mark of a pupil in the middle."""
    path.write_text(HEAD + line(pupils // 2, SUBJECTS[3], 2, mark))


def school_name(number):
    return f"{number + 1}. pamatskola"


def grade(group):
    return group % 9 + 1


def class_name(group):
    return f"{grade(group)}.{'abc'[group // 9]}"
