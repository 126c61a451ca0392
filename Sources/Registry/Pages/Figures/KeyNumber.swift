import Frame
import Kernel
import Pages

/// A number that the reader comes for, with what it is measured by.
struct KeyNumber: Sendable {
    let title: Text
    let own: Figure?
    let municipality: Figure?
    let before: Figure?
    /// What the municipality's is called.
    let words: Text
    /// The months that each of the three is of, where it leaves others out that there are records of.
    let months: (own: Text?, municipality: Text?, before: Text?)

    /// The measures of an institution's year; a count of pupils is not laid beside the municipality's.
    static let ofInstitution: [(title: Text, measure: String, isCount: Bool)] = [
        (Text(lv: "izglītojamie 1. septembrī", en: "pupils on 1 September"), "registry/pupils", true),
        (Text(lv: "vidējais vērtējums", en: "mean mark"), "attainment/mark", false),
        (Text(lv: "kavēto stundu daļa", en: "of lessons missed"), "attendance/missed-share", false),
        (
            Text(lv: "kavēto stundu bez attaisnojuma", en: "of these without excuse"),
            "attendance/unexcused-share", false
        ),
        (
            Text(lv: "izglītojamie virs neattaisnoto kavējumu robežas", en: "pupils over the limit"),
            "attendance/over-limit", true
        ),
        (
            Text(
                lv: "rezultāts pārbaudes darbos, kuriem zināms valsts vidējais",
                en: "result in works with a state mean"
            ),
            "assessments/beside-state", false
        ),
    ]

    /// The measures of a class.
    static let ofClass = ofInstitution.filter { $0.measure != "assessments/beside-state" }

    static func load(
        _ asked: [(title: Text, measure: String, isCount: Bool)],
        _ all: Beside,
        marks: MarkPeriod? = nil,
        _ figures: PageFigures
    ) throws -> [KeyNumber] {
        try asked.compactMap { title, measure, isCount in
            let marks = measure == "attainment/mark" ? marks : nil
            let beside = marks?.beside ?? all
            guard let own = try figures.one(measure, beside.own) else { return nil }
            let isTest = measure == "assessments/beside-state"
            let other =
                isTest
                ? try figures.one("assessments/state-beside", beside.own)
                : try isCount ? nil : figures.one(measure, beside.municipality)
            return KeyNumber(
                title: marks?.mean ?? title,
                own: own,
                municipality: other,
                // Other works in another year: their results make no row.
                before: try isTest ? nil : beside.before.flatMap { try figures.one(measure, $0) },
                words: isTest ? Text(lv: "valstī", en: "state") : beside.words,
                months: (
                    own: try figures.months(measure, beside.own),
                    municipality: try other == nil ? nil : figures.months(measure, beside.municipality),
                    before: try beside.before.flatMap { try figures.months(measure, $0) }
                )
            )
        }
    }

    /// What the number is measured by, in a few words: behind one of other months than the own number stand these.
    func note(_ language: Language) -> String? {
        func behind(_ months: Text?) -> String {
            guard let months, months != self.months.own else { return "" }
            return " (\(months[language]))"
        }
        let parts = [
            months.own?[language],
            municipality?.words(language).map {
                "\(words[language]) \($0)\(behind(months.municipality))"
            },
            before?.words(language).map {
                Text(lv: "pērn \($0)", en: "a year before \($0)")[language] + behind(months.before)
            },
        ]
        let known = parts.compactMap { $0 }
        return known.isEmpty ? nil : known.joined(separator: " · ")
    }
}

extension KeyNumber {
    /// The number in a row of its like; nil where nothing is known.
    func item(_ language: Language) -> Counts.Item? {
        let number = own?.isHidden == true ? "·" : own?.words(language)
        guard let number else { return nil }
        var item = Counts.Item(number, title[language])
        item.note = note(language)
        item.address = own?.making
        return item
    }
}
