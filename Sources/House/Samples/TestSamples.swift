extension FormatSample {
    /// Assessments and their results.
    static let tests: [FormatSample] = [
        FormatSample(
            format: "assessments",
            text: """
                year;assessment;assessment_kind;subject;grade;date;max_points
                2025/2026;Diagnosticējošais darbs matemātikā 6. klasei;state-diagnostic;Matemātika;6;23.04.2026.;60
                """
        ),
        FormatSample(
            format: "results",
            text: """
                institution;class;pupil_code;year;assessment;percent
                Bērzu pamatskola;6.a;P-3;2025/2026;Diagnosticējošais darbs matemātikā 6. klasei;81
                """
        ),
        FormatSample(
            format: "state-means",
            text: """
                year;assessment_kind;level;grade;subject;state_mean;source
                2025/2026;central-exam;optimal;9;Matemātika;58,5;VIAA
                """
        ),
        FormatSample(
            format: "viis-exams",
            text: """
                year;institution;pupil_grade;test_kind;test;test_subject;test_grade;percent;person
                2024/2025;Liepu vidusskola;12;Centralizēts eksāmens;N/D;Matemātika;12;58,9;120431
                2024/2025;Liepu vidusskola;12;Centralizēts eksāmens;N/D;Matemātika;12;40;120432
                """
        ),
        FormatSample(
            format: "viis-exam-bands",
            text: """
                year;institution;subject;level;takers;mean;below10;below20;below100
                2023/2024;Liepu vidusskola;Matemātika;optimālais;30;41,8;1;5;30
                """
        ),
    ]
}
