internal import Frame
internal import Kernel

/// Mean results of the state that Sekme ships, each with its source.
///
/// The means of 2024/2025 in grade 9 and of mathematics in grade 12 were published with the provisional results of
/// July 2025; the others stand beside a school's own in its published self-evaluation.
enum ShippedMeans {
    struct Mean {
        let year: SchoolYear
        let level: AssessmentLevel
        let grade: Int
        let subject: String
        /// In hundredths of a per cent.
        let mean: Int
        let source: String
    }

    static let all: [Mean] =
        of(2023, .none, 9, evaluation, ["Latviešu valoda": 5910, "Angļu valoda": 6390, "Matemātika": 4320])
        + of(2024, .none, 9, published, ["Latviešu valoda": 5850, "Angļu valoda": 6580, "Matemātika": 5380])
        + of(2023, .optimal, 12, published, ["Matemātika": 3430])
        + of(2024, .optimal, 12, published, ["Matemātika": 4370])
        + of(2023, .optimal, 12, evaluation, ["Latviešu valoda": 5500, "Angļu valoda": 6200])
        + of(2024, .optimal, 12, evaluation, ["Latviešu valoda": 5590, "Angļu valoda": 6070])
        + of(2023, .highest, 12, published, ["Matemātika": 5900])
        + of(2024, .highest, 12, published, ["Matemātika": 6200])
        + of(
            2023,
            .highest,
            12,
            evaluation,
            ["Latviešu valoda": 5500, "Angļu valoda": 6600, "Ķīmija": 4700, "Bioloģija": 5500]
        )
        + of(
            2024,
            .highest,
            12,
            evaluation,
            [
                "Latviešu valoda": 5300, "Angļu valoda": 6200, "Ķīmija": 5300, "Vēsture": 3740,
                "Dizains un tehnoloģijas": 4800, "Sociālās zinātnes": 4500, "Bioloģija": 5200, "Fizika": 4500,
            ]
        )

    private static let published = "VIAA, 2025. gada jūlijs"
    private static let evaluation = "Skolas pašnovērtējuma ziņojums 2024/2025"

    private static func of(
        _ year: Int,
        _ level: AssessmentLevel,
        _ grade: Int,
        _ source: String,
        _ means: [String: Int]
    ) -> [Mean] {
        means.sorted { $0.key < $1.key }.map { subject, mean in
            Mean(
                year: SchoolYear(year),
                level: level,
                grade: grade,
                subject: subject,
                mean: mean,
                source: source
            )
        }
    }
}
