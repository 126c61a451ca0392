extension FormatSample {
    /// Institutions, classes, people.
    static let registers: [FormatSample] = [
        FormatSample(
            format: "institutions",
            text: """
                reg_no;name;kind;type;founder;territory;aliases
                4212900001;Bērzu pamatskola;Vispārējās izglītības iestāde;Pamatskola;Bērzu novads;Bērzu novads;Bērzu psk.
                4212900002;Liepu vidusskola;Vispārējās izglītības iestāde;Vidusskola;Bērzu novads;Bērzu novads;
                """
        ),
        FormatSample(
            format: "programmes",
            text: """
                institution;code;name;licence_no;licence_day;address
                Bērzu pamatskola;21011111;Pamatizglītības programma;V_1001;30.07.2020.;Ābeļu iela 1
                """
        ),
        FormatSample(
            format: "terms",
            text: """
                year;term;from;to
                2025/2026;1;01.09.2025.;19.12.2025.
                2025/2026;2;05.01.2026.;29.05.2026.
                """
        ),
        FormatSample(
            format: "classes",
            text: """
                institution;year;class;grade;programme
                Bērzu pamatskola;2025/2026;5.a;5;21011111
                Bērzu pamatskola;2025/2026;6.a;6;21011111
                Liepu vidusskola;2025/2026;12.a;12;
                """
        ),
        FormatSample(
            format: "subjects",
            text: """
                subject;area
                Matemātika;Matemātikas mācību joma
                Latviešu valoda;Valodu mācību joma
                """
        ),
        FormatSample(
            format: "pupils",
            text: """
                institution;year;class;personal_code;external_code;surname;forename;birth_day;sex;from
                Bērzu pamatskola;2025/2026;5.a;329999-00001;P-1;Bērziņš;Jānis;14.03.2014.;v;01.09.2025.
                Bērzu pamatskola;2025/2026;5.a;329999-00002;P-2;Liepa;Anna;02.05.2014.;s;01.09.2025.
                Bērzu pamatskola;2025/2026;6.a;329999-00003;P-3;Kalns;Kārlis;30.11.2013.;v;15.10.2025.
                Liepu vidusskola;2025/2026;12.a;329999-00004;P-4;Zīle;Zane;21.01.2007.;s;01.09.2025.
                """
        ),
        FormatSample(
            format: "staff",
            text: """
                institution;external_code;surname;forename;role;from;load;contact_lessons
                Bērzu pamatskola;S-1;Kalniņa;Ilze;skolotājs;01.09.2025.;0,75;21
                """
        ),
        FormatSample(
            format: "groups",
            text: """
                institution;year;group;subject;external_code;surname;forename
                Bērzu pamatskola;2025/2026;5.a matemātika, 1. grupa;Matemātika;P-1;Bērziņš;Jānis
                """
        ),
        FormatSample(
            format: "teaching",
            text: """
                institution;year;subject;class;teacher_code;teacher_surname;teacher_forename
                Bērzu pamatskola;2025/2026;Matemātika;5.a;S-1;Kalniņa;Ilze
                """
        ),
        FormatSample(
            format: "viis-schools",
            text: """
                number;territory;reg_no;name;subordination;kind;type;address;preschool;pupils
                1;LIEPU NOVADS;4212900009;Upes pamatskola;Pašvaldība;Vispārējās;Pamatskola;ĀBEĻU IELA 1;17;38
                """,
            constants: ["year": "2020/2021"]
        ),
        FormatSample(
            format: "viis-register",
            text: """
                name;reg_no;kind;type;closed
                Ozolu pamatskola;4212900010;Vispārējās izglītības iestāde;Pamatskola;Nē
                """
        ),
    ]
}
