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
        let figures = try question.figures(RegistryMeasures.pupilsGraded, over: [.institution])
        let keys = figures.keys.sorted { $0.lexicographicallyPrecedes($1) }
        // The difference gives the number of pupils where the reported one is known, so only of what is shown it is made.
        let shown = try question.shown(keys.compactMap { figures[$0] })
        graded = Dictionary(zip(keys, shown)) { first, _ in first }
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
        ReportColumn("difference", Text(lv: "Starpība", en: "Difference")).made(
            CompletenessMaking.difference
        ),
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

    /// Hidden with the number of pupils that it would give away.
    private func difference(_ key: MemberKey) -> ReportCell {
        guard let mine = graded[key] else { return .unknown }
        if mine.isHidden { return .figure(mine) }
        guard let own = mine.tally, let theirs = reported[key]?.tally else { return .unknown }
        return .number(own.numerator - theirs.numerator, decimals: 0)
    }
}
