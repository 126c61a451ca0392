import Frame
import Kernel
import Pages

/// Pupils at both ends of the year and who moved between; only for those who work with the pupils, as few numbers
/// about few pupils would give away what is hidden elsewhere.
struct InstitutionMovement: Sendable {
    let own: Selection
    let start: Figure?
    let end: Figure?
    let came: Int
    let left: Int

    static func load(_ own: Selection, _ figures: PageFigures) throws -> InstitutionMovement? {
        let desk = figures.desk
        guard desk.asker.may(.readPupils, in: own.scope, on: desk.today) else { return nil }
        let isOver = PupilCounts.end(of: own.year) <= desk.today
        let moved = try PupilCounts(own, tenant: desk.tenant).movement(figures.connection)
        let start = try figures.one(RegistryMeasures.pupils, own)
        guard start != nil || !moved.isEmpty else { return nil }
        return InstitutionMovement(
            own: own,
            start: start,
            end: try isOver ? figures.one(RegistryMeasures.pupilsByProgrammeAtEnd, own) : nil,
            came: moved.filter(\.isArrival).reduce(0) { $0 + $1.count },
            left: moved.filter { !$0.isArrival }.reduce(0) { $0 + $1.count }
        )
    }

    /// The movement in one sentence, each number with its making: 448 on 1 September, 12 came, 9 left, 451 on 31 May.
    func html(_ language: Language) -> HTML {
        let format = Format(language)
        let (first, last) = (format.day(own.year.first), format.day(PupilCounts.end(of: own.year)))
        let begin = number(start, language) ?? "–"
        let (arrivals, departures) = (movers(true, came, format), movers(false, left, format))
        let moved: HTML =
            switch language {
            case .lv: "\(first) – \(begin), uzņemti \(arrivals), atskaitīti \(departures)"
            case .en: "\(begin) on \(first), \(arrivals) came, \(departures) left"
            }
        guard let end = number(end, language) else { return "\(moved)." }
        return switch language {
        case .lv: "\(moved), \(last) – \(end)."
        case .en: "\(moved), \(end) on \(last)."
        }
    }

    private func number(_ figure: Figure?, _ language: Language) -> HTML? {
        guard let figure, let words = figure.words(language) else { return nil }
        return figure.making.map { Link(words, $0).html } ?? HTML(text: words)
    }

    private func movers(_ isArrival: Bool, _ count: Int, _ format: Format) -> HTML {
        let words = format.integer(count)
        return InstitutionMovement.making(isArrival, count, own).map { Link(words, $0).html }
            ?? HTML(text: words)
    }

    /// The page that tells who came or left in a selection.
    static func making(_ isArrival: Bool, _ count: Int, _ selection: Selection) -> Address? {
        Figure(
            measure: isArrival ? RegistryMeasures.arrived : RegistryMeasures.left,
            unit: .count(.pupils),
            selection: selection,
            tally: Tally(count, people: count)
        )
        .making
    }
}
