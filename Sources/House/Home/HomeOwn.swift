import Frame
import Kernel
import Pages
import Registry

/// The figures of what a person answers for: an own class, or the lessons that they teach.
///
/// Whoever has a class or teaches looks for these; those of the whole institution are on its page.
struct HomeOwn: Sendable {
    /// A number with its name and the year it is of: marks come in after the lessons.
    struct Item: Sendable {
        let title: Text
        let figure: Figure
        let year: SchoolYear
        /// The months that it is known for, where it leaves others out.
        let months: Text?
    }

    let title: Text
    let year: SchoolYear
    let items: [Item]

    private static let ofClass = [
        "registry/pupils", "attainment/mark", "attendance/missed-share", "attendance/over-limit",
    ]
    private static let ofLessons = ["attainment/mark", "attendance/missed-share"]

    /// The own classes.
    static func classes(_ focus: [HomeFocus], _ figures: PageFigures, _ house: HouseBook) throws -> [HomeOwn]
    {
        try focus.filter { $0.selection.classGroup != nil }.compactMap { focus in
            try HomeOwn(focus.title, ofClass, focus.selection, figures, house)
        }
    }

    /// The own lessons at the institutions that the person sees.
    static func lessons(
        of teacher: StaffID,
        _ year: SchoolYear,
        _ reach: Reach,
        _ figures: PageFigures,
        _ house: HouseBook
    ) throws -> HomeOwn? {
        var selection = Selection(year: year, reach: reach)
        selection.institution = reach.institutions.count == 1 ? reach.institutions.first : nil
        selection.teacher = teacher
        let title = Text(lv: "Jūsu stundas", en: "Your lessons")
        return try HomeOwn(title, ofLessons, selection, figures, house)
    }

    /// Nil where nothing is known.
    private init?(
        _ title: Text,
        _ measures: [String],
        _ selection: Selection,
        _ figures: PageFigures,
        _ house: HouseBook
    ) throws {
        let items = try measures.compactMap { name -> Item? in
            guard house.measures.has(name) else { return nil }
            // A class is of its year; a teacher has marks of the year before until there are new ones.
            let mayBePast = name == "attainment/mark" && selection.classGroup == nil
            for year in mayBePast ? [selection.year, selection.year.previous] : [selection.year] {
                var asked = selection
                asked.year = year
                guard let figure = try figures.one(name, asked), figure.words(.lv) != nil else { continue }
                return Item(
                    title: try house.measures.named(name).title,
                    figure: figure,
                    year: year,
                    months: try figures.months(name, asked)
                )
            }
            return nil
        }
        guard !items.isEmpty else { return nil }
        self.title = title
        self.items = items
        year = selection.year
    }

    func html(_ language: Language) -> HTML {
        let counts = items.compactMap { item -> Counts.Item? in
            guard let words = item.figure.words(language) else { return nil }
            let title = item.title[language]
            let isNow = item.year == year
            var count = Counts.Item(
                words,
                isNow ? title : "\(title), \(Format(language).schoolYear(item.year))"
            )
            count.address = item.figure.making
            count.note = item.months?[language]
            return count
        }
        return Section(title[language], Counts(counts).html).html
    }
}
