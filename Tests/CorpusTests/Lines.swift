extension SpoiledFile {
    /// Lines and values that are wrong, among good ones.
    static let wrongLines: [SpoiledFile] = [
        .list(
            "five styles of dates",
            [
                "5.a;A;Viens;;P-1;14.3.2014;1.9.2025", "5.a;B;Divi;;P-2;14/03/2014;01/09/2025",
                "5.a;C;Trīs;;P-3;2014-03-14;2025-09-01", "5.a;D;Četri;;P-4;2014.03.14.;2025.09.01.",
                "5.a;E;Pieci;;P-5; 14.03.2014. ;01.09.2025",
            ],
            rows: [("A", "Viens"), ("B", "Divi"), ("C", "Trīs"), ("D", "Četri"), ("E", "Pieci")].enumerated()
                .map {
                    "5.a|\($1.0)|\($1.1)|P-\($0 + 1)|2014-03-14|2025-09-01"
                }
        ),
        .list(
            "a day that the calendar does not have",
            [lines[0], "5.a;Egle;Zane;;P-9;14.03.2014.;31.09.2025."],
            rows: [good[0]],
            problems: ["3|Uzņemts|day.impossible|31.09.2025."]
        ),
        .list(
            "a year of two digits",
            [lines[0], "5.a;Egle;Zane;;P-9;14.03.2014.;01.09.25"],
            rows: [good[0]],
            problems: ["3|Uzņemts|day.shortYear|01.09.25"]
        ),
        .list(
            "words instead of a day",
            [lines[0], "5.a;Egle;Zane;;P-9;14.03.2014.;septembrī"],
            rows: [good[0]],
            problems: ["3|Uzņemts|day.invalid|septembrī"]
        ),
        .utf8(
            "a last day before the first",
            "Klase;Uzvārds;Vārds;Kods avota sistēmā;Uzņemts;Atskaitīts\n"
                + "5.a;Egle;Zane;P-9;01.10.2025.;30.09.2025.\n6.a;Liepa;Anna;P-8;01.10.2025.;01.10.2025.\n",
            rows: ["6.a|Liepa|Anna|P-8||2025-10-01"],
            problems: ["2|Atskaitīts|days.order|30.09.2025."]
        ),
        .list(
            "a birthday that cannot be read is left out, the pupil is taken",
            ["5.a;Egle;Zane;;P-9;2014;01.09.2025."],
            rows: ["5.a|Egle|Zane|P-9||2025-09-01"],
            problems: ["2|Dzimšanas datums|day.invalid|2014"]
        ),
        .list(
            "columns shifted by a separator in a value",
            [lines[0], "5.a;Egle;Zane;Anna;;P-9;14.03.2014.;01.09.2025."],
            rows: [good[0]],
            problems: ["3|H|line.shifted|01.09.2025."]
        ),
        .list(
            "a line cut off",
            [lines[0], "5.a;Egle;Za"],
            rows: [good[0]],
            problems: ["3|Personas kods|line.short|Za"]
        ),
        .list("the same line twice", [lines[0], lines[1], lines[0]], rows: [good[0], good[1]]),
        .list(
            "personal codes in four ways",
            [
                "5.a;A;Viens;329999-00001;P-1;;", "5.a;B;Divi;329999 00002;P-2;;",
                "5.a;C;Trīs;32999900003;P-3;;", "5.a;D;Četri;329999–00004;P-4;;",
            ],
            rows: [("A", "Viens"), ("B", "Divi"), ("C", "Trīs"), ("D", "Četri")].enumerated().map {
                "5.a|\($1.0)|\($1.1)|P-\($0 + 1)||2025-09-01+"
            }
        ),
        .list(
            "a personal code that is none",
            [lines[0], "5.a;Egle;Zane;12345;P-9;;"],
            rows: [good[0]],
            problems: ["3|Personas kods|personalCode.invalid|12345"]
        ),
        .list(
            "a row of totals",
            lines + ["Kopā;3;;;;;"],
            rows: good,
            problems: ["5|Klase|line.total|Kopā"]
        ),
        .list(
            "headings once more in the middle",
            [lines[0], head, lines[1]],
            rows: [good[0], good[1]],
            problems: ["3|Uzņemts|day.invalid|Uzņemts"]
        ),
        .list(
            "a formula written as text",
            ["5.a;'=Egle;Zane;;P-9;;"],
            rows: ["5.a|=Egle|Zane|P-9||2025-09-01"]
        ),
        .list(
            "a pupil without class and name",
            [lines[0], ";;;;P-9;;"],
            rows: [good[0]],
            problems: ["3|Uzvārds|pupil.nameless|"]
        ),
        .list(
            "two pupils of one name and no code",
            ["5.a;Egle;Zane;;;;", "5.a;Egle;Zane;;;;"],
            rows: ["5.a|Egle|Zane|||2025-09-01"]
        ),
    ]
}
