import Frame
import Kernel

/// Whether the register has the pupils that the list of the state says, and each in a class.
struct PupilCheck {
    private let question: Question
    private let pupils: [MemberKey: Figure]
    private let graded: [MemberKey: Figure]
    private let withoutClass: [MemberKey: Figure]
    private let reported: [MemberKey: Figure]

    init(_ question: Question) throws {
        self.question = question
        var unplaced = question.selection
        unplaced.classGroup = ClassID(rawValue: 0)
        pupils = try question.figures(RegistryMeasures.pupils, over: [.institution])
        graded = try question.figures(RegistryMeasures.pupilsGraded, over: [.institution])
        withoutClass = try question.figures(RegistryMeasures.pupils, over: [.institution], in: unplaced)
        reported = try question.figures(RegistryMeasures.pupilsReported, over: [.institution])
    }

    static let columns = [
        ReportColumn(
            "without_class",
            Text(lv: "Izglītojamie bez klases", en: "Pupils without a class"),
            optional: true
        ),
        ReportColumn(
            "pupils",
            Text(lv: "Izglītojamie 1.–12. klasē", en: "Pupils, grades 1–12"),
            optional: true
        ),
        ReportColumn("reported", Text(lv: "Paziņotie", en: "Reported"), optional: true),
        ReportColumn("difference", Text(lv: "Starpība", en: "Difference")),
    ]

    func cells(_ institution: Int) -> [ReportCell] {
        let key = [institution]
        return [
            count(withoutClass, key), count(graded, key), reported[key].map { .figure($0) } ?? .unknown,
            difference(key),
        ]
    }

    /// Nobody where the institution has other pupils; unknown where it has none at all.
    private func count(_ figures: [MemberKey: Figure], _ key: MemberKey) -> ReportCell {
        if let figure = figures[key] { return .figure(figure) }
        guard var nobody = pupils[key] else { return .unknown }
        nobody.tally = Tally(0, people: 0)
        return .figure(nobody)
    }

    /// The difference gives the number of pupils where the reported one is known, so it is hidden with it.
    private func difference(_ key: MemberKey) -> ReportCell {
        guard var figure = graded[key], let mine = figure.tally, let theirs = reported[key]?.tally else {
            return .unknown
        }
        figure.tally?.numerator = mine.numerator - theirs.numerator
        return .figure(figure)
    }
}
