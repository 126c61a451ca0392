import Frame
import Kernel
import Pages

/// Pupils at both ends of the year and who moved between; only for those who work with the pupils, as few numbers
/// about few pupils would give away what is hidden elsewhere.
struct InstitutionMovement: Sendable {
    let year: SchoolYear
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
            year: own.year,
            start: start,
            end: try isOver ? figures.one(RegistryMeasures.pupilsByProgrammeAtEnd, own) : nil,
            came: moved.filter(\.isArrival).reduce(0) { $0 + $1.count },
            left: moved.filter { !$0.isArrival }.reduce(0) { $0 + $1.count }
        )
    }

    /// The movement in one sentence: 448 on 1 September, 12 came, 9 left, 451 on 31 May.
    func words(_ language: Language) -> String {
        let format = Format(language)
        let begin = start?.words(language) ?? "–"
        let last = end?.words(language)
        let moved = Text(
            lv: "\(format.day(year.first)) – \(begin), uzņemti \(format.integer(came)), atskaitīti "
                + format.integer(left),
            en: "\(begin) on \(format.day(year.first)), \(format.integer(came)) came, "
                + "\(format.integer(left)) left"
        )[language]
        guard let last else { return moved + "." }
        let close = format.day(PupilCounts.end(of: year))
        return moved + Text(lv: ", \(close) – \(last).", en: ", \(last) on \(close).")[language]
    }
}
