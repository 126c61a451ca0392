import Kernel

/// The scales of marks that Sekme ships.
enum ScaleSeeds {
    struct Seed {
        let code: String
        let words: Text
        /// The least and the greatest mark in hundredths; nil where marks are no numbers.
        let bounds: ClosedRange<Int>?
        let values: [Value]
    }

    struct Value {
        let text: String
        let hundredths: Int?
        let level: Int
        let counts: Bool
        var sign = ScaleSign.plain
    }

    static let all = [
        Seed(
            code: MarkScales.ten,
            words: Text(lv: "10 ballu skala", en: "Ten-point scale"),
            bounds: 100...1000,
            values: tenPoints + signs
        ),
        Seed(
            code: MarkScales.acquisition,
            words: Text(
                lv: "Apguves līmeņi: sācis apgūt, turpina apgūt, apguvis, apguvis padziļināti",
                en: "Levels of acquisition: begun, continuing, acquired, acquired in depth"
            ),
            bounds: nil,
            values: acquisition
        ),
        Seed(
            code: MarkScales.percent,
            words: Text(lv: "Procenti", en: "Per cent"),
            bounds: 0...10_000,
            values: signs
        ),
        Seed(
            code: MarkScales.twenty,
            words: Text(lv: "20 punktu skala", en: "Scale of 20 points"),
            bounds: 0...2000,
            values: (0...20).map { Value(text: String($0), hundredths: $0 * 100, level: 0, counts: true) }
        ),
        Seed(
            code: MarkScales.preschool,
            words: Text(
                lv: "Pirmsskolas žurnāls: apgūts, daļēji apgūts, vēl jāmācās",
                en: "Preschool journal: acquired, partly acquired, still to learn"
            ),
            bounds: nil,
            values: ["+", "/", "-"].map { Value(text: $0, hundredths: nil, level: 0, counts: false) }
        ),
    ]

    private static let tenPoints = [4, 4, 3, 3, 3, 2, 2, 1, 1, 1].enumerated().map { index, level in
        Value(text: String(10 - index), hundredths: (10 - index) * 100, level: level, counts: true)
    }

    private static let acquisition =
        ["S", "T", "A", "P"].enumerated().map { index, letter in
            Value(text: letter, hundredths: nil, level: index + 1, counts: true)
        } + [noMark]

    private static let noMark = Value(
        text: "nv",
        hundredths: nil,
        level: 0,
        counts: false,
        sign: .missing
    )

    /// What stands in the place of a mark: no mark given, absent, exempt, passed, not passed.
    private static let signs =
        [noMark, Value(text: "a", hundredths: nil, level: 0, counts: false, sign: .exempt)]
        + ["n", "i", "ni", "ieskaitīts", "neieskaitīts"].map { sign in
            Value(text: sign, hundredths: nil, level: 0, counts: false)
        }
}
