internal import Frame
internal import Kernel

/// What one reader may see of the figures of one question.
final class ReaderView {
    let control: Disclosure
    let question: Question
    let circle: Circle
    /// The part of it of whose health the reader may know.
    let health: Circle
    private let seesTeachers: Bool
    private var knownFloor: Int?
    private var patterns: [Seen: Pattern] = [:]
    private var namings: [Disclosure.SumsKey: TeacherNaming] = [:]

    private struct Seen: Hashable {
        let sums: Disclosure.SumsKey
        let circle: Circle
    }

    init(_ control: Disclosure, _ question: Question) throws {
        self.control = control
        self.question = question
        circle = Circle(question.asker.reach(.readPupils, on: question.today))
        health = Circle(question.asker.reach(.readHealth, on: question.today))
        seesTeachers = !question.asker.reach(.readTeacherFigures, on: question.today).isEmpty
    }

    /// The fewest people that a figure is shown for; not asked for where the reader sees everything.
    func floor() throws -> Int {
        if let knownFloor { return knownFloor }
        let floor = try control.floor(question.tenant, on: question.today, question.connection)
        knownFloor = floor
        return floor
    }

    /// The document with the figures hidden that the reader may not see.
    func masked(_ document: ReportDocument) throws -> ReportDocument {
        if circle.holdsAll, health.holdsAll { return document }
        var document = document
        for section in document.sections.indices {
            document.sections[section].rows = try document.sections[section].rows.map { try masked($0) }
            document.sections[section].total = try document.sections[section].total.map { try masked($0) }
        }
        return document
    }

    /// The figure, without its numbers where it is hidden.
    func masked(_ figure: Figure) throws -> Figure {
        guard let tally = figure.tally, try hides(figure, tally) else { return figure }
        var figure = figure
        figure.tally = nil
        figure.isHidden = true
        return figure
    }

    private func masked(_ row: ReportRow) throws -> ReportRow {
        var row = row
        row.cells = try row.cells.map { cell in
            guard case .figure(let figure) = cell else { return cell }
            return .figure(try masked(figure))
        }
        return row
    }

    private func hides(_ figure: Figure, _ tally: Tally) throws -> Bool {
        if tally.isPublic { return false }
        let members = ReaderView.members(figure)
        if try hidesHealth(figure, members, tally) { return true }
        if circle.holdsAll { return false }
        let measure = try question.measures.named(figure.measure)
        guard measure.isAboutPupils || tally.people != nil else { return false }
        // Who teaches them knows the pupils of their own figures.
        if let own = question.asker.staff, members[.teacher] == own.rawValue { return false }
        guard let place = SumPlace(members) else { return !isOwn(members, .readPupils) }
        return try hides(measure, place, figure, tally)
    }

    private func hides(
        _ measure: any Measure,
        _ place: SumPlace,
        _ figure: Figure,
        _ tally: Tally,
        askedFor: Set<String> = []
    ) throws -> Bool {
        if circle.holds(place) { return false }
        let isOwn = circle.covers(figure.selection.reach)
        if isOwn && (place.institution != nil || place.classGroup != nil) { return false }
        let rule = measure.disclosureRule
        // A class may be named alone; the circle goes by its institution too.
        let place = isOwn ? place : try pattern(rule, figure, circle).known(place)
        if circle.holds(place) { return false }
        // Of measures that rest on each other each is looked at once.
        let asked = askedFor.union([measure.name])
        for name in rule.restsOn where !asked.contains(name) {
            let other = try question.measures.named(name)
            if try hides(other, place, figure, tally, askedFor: asked) { return true }
        }
        var cell = place
        if let kind = rule.kind { cell.kind = kind }
        guard cell.lies(along: rule.along) else { return true }
        if isOwn { return false }
        if !seesTeachers, cell.subject != nil {
            // Whoever knows figures of own pupils or lessons could take them from a sum and be left with another's.
            let knowsSome = !circle.isEmpty || question.asker.staff != nil
            if try knowsSome || naming(rule, figure).names(cell) { return true }
        }
        let hidden = try ReaderView.hides(cell, rule, try pattern(rule, figure, circle))
        return try hidden ?? isFew(tally) ?? measure.isAboutPupils
    }

    /// Whether a number is of some people, but too few; nil where it does not say of how many.
    func isFew(_ tally: Tally) throws -> Bool? {
        guard let people = tally.people else { return nil }
        return try people > 0 && people < floor()
    }

    /// Whether a pattern hides a place, or a kind of those that its figure sums up; nil where it has none of them.
    private static func hides(_ cell: SumPlace, _ rule: DisclosureRule, _ pattern: Pattern) throws -> Bool? {
        guard !rule.sumOf.isEmpty, cell.kind == nil else { return pattern.hides(cell) }
        let parts = rule.sumOf.compactMap { kind in
            var part = cell
            part.kind = kind
            return pattern.hides(part)
        }
        return parts.isEmpty ? nil : parts.contains(true)
    }

    private func key(_ rule: DisclosureRule, _ figure: Figure) -> Disclosure.SumsKey {
        Disclosure.SumsKey(
            tenant: question.tenant,
            measure: rule.base,
            year: figure.members[.year].map { SchoolYear($0) } ?? figure.selection.year,
            scale: figure.members[.scale],
            reach: figure.selection.reach,
            along: rule.along
        )
    }

    private func naming(_ rule: DisclosureRule, _ figure: Figure) throws -> TeacherNaming {
        let key = key(rule, figure)
        if let naming = namings[key] { return naming }
        let naming = try control.naming(key, try question.measures.named(rule.base), question)
        namings[key] = naming
        return naming
    }

    /// The pattern of a rule as somebody sees it who knows what is in a circle.
    func pattern(
        _ rule: DisclosureRule,
        _ figure: Figure,
        _ circle: Circle,
        of measure: (any Measure)? = nil
    ) throws -> Pattern {
        let seen = Seen(sums: key(rule, figure), circle: circle)
        if let pattern = patterns[seen] { return pattern }
        let measure = try measure ?? question.measures.named(rule.base)
        let pattern = try control.pattern(seen.sums, measure, circle, floor: floor(), question)
        patterns[seen] = pattern
        return pattern
    }

    /// Whether a place that sums are not known of lies where the reader has a permission.
    func isOwn(_ members: [Dimension: Int], _ permission: Permission) -> Bool {
        let scope = Scope(
            institution: members[.institution].map { InstitutionID(rawValue: $0) },
            classGroup: members[.classGroup].map { ClassID(rawValue: $0) },
            pupil: members[.pupil].map { PupilID(rawValue: $0) }
        )
        return question.asker.may(permission, in: scope, on: question.today)
    }

    /// All members that a figure stands for: those of its selection and its own.
    private static func members(_ figure: Figure) -> [Dimension: Int] {
        figure.members.merging(figure.selection.members) { own, _ in own }
    }
}
