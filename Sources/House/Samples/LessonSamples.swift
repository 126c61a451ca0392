import Tabular

extension FormatSample {
    /// Marks, absence, lessons, behaviour.
    static let lessons: [FormatSample] = [
        FormatSample(
            format: "marks",
            text: """
                institution;class;pupil_code;subject;kind;year;term;day;number;mark
                Bērzu pamatskola;5.a;P-1;Matemātika;semestris;2025/2026;1;;;8
                Bērzu pamatskola;5.a;P-2;Matemātika;semestris;2025/2026;1;;;nv
                Bērzu pamatskola;5.a;P-1;Matemātika;pārbaudes darbs;;;03.02.2026;1;7
                """
        ),
        FormatSample(
            format: "period-marks",
            text: """
                institution;class;pupil_code;surname;forename;subject;mark_term1;mark_term2
                Bērzu pamatskola;5.a;P-1;Bērziņš;Jānis;Latviešu valoda;7;8
                Bērzu pamatskola;5.a;P-2;Liepa;Anna;Latviešu valoda;nv;4
                """,
            constants: ["year": "2025/2026"]
        ),
        FormatSample(
            format: "eklase-journal",
            text: """
                5.a
                ;;;;;Bērziņš;Liepa
                ;;;;;Jānis;Anna
                ;;;;;329999-00001;329999-00002
                Žurnāls;Matemātika;;02.10.2025;Ikdienas vērtējums;8;n
                Žurnāls;Matemātika;;;II semestra vērtējums;8;5
                """,
            constants: ["institution": "Bērzu pamatskola", "year": "2025/2026"],
            kinds: [.xlsx]
        ),
        FormatSample(
            format: "absences",
            text: """
                institution;class;pupil_code;date;subject;code;lessons
                Bērzu pamatskola;5.a;P-1;2025-10-13;Matemātika;ns;2
                Bērzu pamatskola;5.a;P-2;2026-01-12;Matemātika;nn;1
                """
        ),
        FormatSample(
            format: "absences-by-day",
            text: """
                5.a klases kavējumi
                Iestāde;Klase;Uzvārds;Vārds;19.01.2026.;20.01.2026.;21.01.2026.
                Bērzu pamatskola;5.a;Bērziņš;Jānis;2ns nc;;n
                Bērzu pamatskola;5.a;Liepa;Anna;;ns;
                """
        ),
        FormatSample(
            format: "lessons-held",
            text: """
                institution;year;class;subject;month;lessons_held
                Bērzu pamatskola;2025/2026;5.a;Matemātika;2026-01;18
                """
        ),
        FormatSample(
            format: "institution-table",
            text: """
                Kavējumi 1. semestrī
                Nr.;Iestāde;Neattaisnotie kavējumi;Kavējumi slimības dēļ;Kavējumi attaisnojoša iemesla dēļ;Kopā
                1.;Bērzu pamatskola;2;10;1;13
                2.;Liepu vidusskola;0;20;5;25
                ;Kopā;2;30;6;38
                """,
            mapping: "absence-by-kind",
            constants: ["year": "2024/2025", "term": "1"]
        ),
        FormatSample(
            format: "behaviour",
            text: """
                institution;class;pupil_code;date;behaviour;text
                Bērzu pamatskola;5.a;P-1;12.01.2026.;Piezīme;Aizmirsa mājasdarbu.
                """
        ),
    ]
}
