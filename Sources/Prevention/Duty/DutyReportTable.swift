internal import Frame
internal import Kernel
internal import Registry

/// The pupils of the report by name: the steps beside the name, what they rest on behind.
///
/// What says the same of every pupil, or nothing of any, has no column: steps would lie beyond the window behind it.
struct DutyReportTable {
    /// What may be missed, where it is the same for all.
    private let limit: DutyAmount?
    private let hasLimits: Bool
    private let hasDays: Bool

    init(_ cases: [DutyCase]) {
        let limits = Set(cases.map(\.limit))
        limit = limits.count == 1 ? cases.first?.limit : nil
        hasLimits = limits.count > 1
        hasDays = cases.contains { $0.missed?.unit == .days }
    }

    /// A sentence behind the caption; nothing where limits differ.
    var sameLimit: Text {
        guard let limit else { return Text(same: "") }
        return Text(lv: " Robeža semestrī: ", en: " The limit in a term: ") + limit.above + Text(same: ".")
    }

    var columns: [ReportColumn] {
        let head = [
            ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words),
            ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words),
            ReportColumn("class", Text(lv: "Klase", en: "Class"), .words),
            ReportColumn("step", Text(lv: "Sasniegtais solis", en: "Step reached"), .words),
            ReportColumn("step_day", Text(lv: "Soļa diena", en: "Its day"), .day, optional: true),
            ReportColumn("next", Text(lv: "Nākamais solis", en: "Next step"), .words),
            ReportColumn("due", Text(lv: "Termiņš", en: "Due"), .day),
            ReportColumn("term", Text(lv: "Semestris", en: "Term")).made(DutyMaking.term),
            ReportColumn("unexcused", Text(lv: "Neattaisnotās stundas", en: "Lessons without excuse"))
                .made(DutyMaking.unexcused),
        ]
        let days = ReportColumn(
            "days_missed",
            Text(lv: "Neattaisnotās dienas (5–6 g.)", en: "Days without excuse (age 5–6)")
        ).made(DutyMaking.daysMissed)
        let limit = ReportColumn("limit", Text(lv: "Robeža", en: "Limit"), .words)
        return head + (hasDays ? [days] : []) + (hasLimits ? [limit] : []) + [
            ReportColumn("passed", Text(lv: "Robeža pārsniegta", en: "Limit passed"), .day, optional: true),
            ReportColumn("days", Text(lv: "Dienas kopš tā", en: "Days since")).made(DutyMaking.days),
        ]
    }

    func row(_ duty: DutyCase, _ question: Question) -> ReportRow {
        let members = question.members
        func member(_ dimension: Dimension, _ id: Int) -> ReportCell {
            id > 0 ? .member(dimension, id, members.name(dimension, id)) : .unknown
        }
        let head: [ReportCell] = [
            member(.pupil, duty.pupil.rawValue), member(.institution, duty.institution.rawValue),
            member(.classGroup, duty.classGroup.rawValue),
            duty.reached.map { .words($0.words) } ?? .blank,
            duty.reachedEntry.map { .day($0.day) } ?? .blank,
            duty.next.map { .words($0.words) } ?? .blank,
            duty.due.map { .day($0) } ?? .blank,
            .number(duty.term, decimals: 0), missed(duty, .lessons),
        ]
        let days: [ReportCell] = hasDays ? [missed(duty, .days)] : []
        let limit: [ReportCell] = hasLimits ? [duty.limit.map { .words($0.above) } ?? .blank] : []
        let tail: [ReportCell] = [
            duty.passed.map { .day($0) } ?? .unknown,
            duty.last.map { .number(question.today - $0, decimals: 0) } ?? .unknown,
        ]
        return ReportRow(head + days + limit + tail, persons: [duty.pupil])
    }

    /// What was missed, in the column of what counts for the pupil.
    private func missed(_ duty: DutyCase, _ unit: DutyUnit) -> ReportCell {
        guard let missed = duty.missed else { return unit == .lessons ? .unknown : .blank }
        return missed.unit == unit ? .number(missed.count, decimals: 0) : .blank
    }
}
