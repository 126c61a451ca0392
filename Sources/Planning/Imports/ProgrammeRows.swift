internal import Frame
internal import Kernel
internal import Registry
internal import Tabular

/// A programme as rows of its table.
struct ProgrammeRows {
    typealias Cells = [ProgrammeTable.Field: TableCell]
    let plan: Plan
    let keys: PersonKeys
    /// The board whose numbers of Sekme the rows have; nil where they have none.
    var tenant: TenantID?

    /// Every row, each after what it is a part of.
    var all: [[TableCell]] {
        get throws {
            var rows = [try programme] + plan.approvals.map(approval) + plan.amendments.map(amendment)
            rows += try plan.parties.map(party)
            rows += plan.goals.flatMap(goal) + plan.activities.flatMap(activity) + plan.tasks.map(task)
            rows += plan.resources.map(resource) + plan.outcomes.map(outcome)
            rows +=
                plan.indicators.flatMap(indicator) + plan.lines.flatMap(line) + (try plan.events.map(event))
            rows += plan.marks.map(step)
            return rows.map { cells in ProgrammeTable.Field.allCases.map { cells[$0] ?? .blank } }
        }
    }

    private func row(_ part: ProgrammePart, _ cells: Cells) -> Cells {
        cells.merging([.programme: .text(plan.programme.code), .row: .text(part.code)]) { own, _ in own }
    }

    /// The row of a part that has a number of Sekme.
    private func row(_ part: some NumberedPart, _ cells: Cells) -> Cells {
        let kind = type(of: part).filePart
        guard let tenant else { return row(kind, cells) }
        let number = TableCell.text(PartNumber(tenant, kind, part.id).text)
        return row(kind, cells.merging([.sekme: number]) { own, _ in own })
    }

    private func institution(_ id: InstitutionID) throws -> Cells {
        let cells = try keys.institution(id)
        return [.institution: cells[0], .regNo: cells[1]]
    }

    private func text(_ text: String) -> TableCell { PersonKeys.cell(text) }
    private func day(_ day: Day?) -> TableCell { day.map { .day($0) } ?? .blank }
    private func hundredths(_ number: Int?) -> TableCell {
        number.map { $0 % 100 == 0 ? .integer($0 / 100) : .decimal($0, decimals: 2) } ?? .blank
    }

    private var programme: Cells {
        get throws {
            let programme = plan.programme
            return row(
                .programme,
                [
                    .name: text(programme.title), .aim: text(programme.aim), .result: text(programme.result),
                    .from: day(programme.from), .to: day(programme.to), .decision: text(programme.decision),
                    .date: day(programme.decided), .protocolNumber: text(programme.protocolNumber),
                    .state: .text(programme.status.code), .type: .text(programme.kind.code),
                    .language: .text(programme.language),
                ].merging(try institution(programme.institution)) { own, _ in own }
            )
        }
    }

    private func approval(_ one: Approval) -> Cells {
        row(
            .approval,
            [
                .number: .integer(one.step), .name: text(one.body), .date: day(one.day),
                .decision: text(one.reference), .note: text(one.note),
            ]
        )
    }

    private func amendment(_ one: Amendment) -> Cells {
        row(
            .amendment,
            [
                .number: .integer(one.number), .name: text(one.summary), .date: day(one.day),
                .decision: text(one.decision),
            ]
        )
    }

    private func party(_ one: Party) throws -> Cells {
        row(
            one,
            [
                .number: text(one.number), .name: text(one.name), .type: .text(one.kind.code),
                .result: text(one.duties),
            ].merging(try institution(one.member)) { own, _ in own }
        )
    }

    private func goal(_ one: Goal) -> [Cells] {
        let head = row(
            one,
            [
                .number: text(one.number), .level: .text(one.level.code), .name: text(one.name),
                .result: text(one.result),
            ]
        )
        return [head]
            + plan.results(of: one).map { result in
                row(
                    .result,
                    [
                        .number: .integer(result.ordinal), .parent: text(one.number),
                        .type: .text(result.kind.code), .result: text(result.result),
                        .state: .text(result.state.code), .note: text(result.note),
                    ]
                )
            }
    }

    private func activity(_ one: Activity) -> [Cells] {
        let head = row(
            one,
            [
                .number: text(one.number), .parent: text(plan.goal(one.goal)?.number ?? ""),
                .name: text(one.name), .aim: text(one.aim), .result: text(one.result),
                .responsible: text(one.responsible), .involved: text(one.involved),
                .years: text(one.years.map(String.init).joined(separator: ", ")), .from: day(one.from),
                .to: day(one.to),
            ]
        )
        return [head]
            + plan.recurrences(of: one).map { recurrence in
                row(
                    .recurrence,
                    [
                        .number: .integer(recurrence.ordinal), .parent: text(one.number),
                        .name: text(recurrence.name), .least: .integer(recurrence.least),
                        .most: .integer(recurrence.most), .rhythm: .text(recurrence.rhythm.code),
                        .inEach: .text(recurrence.inEach ? "jā" : "nē"),
                    ]
                )
            }
    }

    private func task(_ one: WorkTask) -> Cells {
        row(
            one,
            [
                .number: text(one.number), .parent: text(plan.activity(one.activity)?.number ?? ""),
                .name: text(one.name), .term: text(one.term), .from: day(one.from), .to: day(one.to),
                .doer: text(one.doer), .supervisor: text(one.supervisor), .person: text(one.person),
                .state: .text(one.state.code), .date: day(one.done), .note: text(one.note),
            ]
        )
    }

    private func resource(_ one: Resource) -> Cells {
        let parent = plan.activity(one.activity)?.number ?? plan.goal(one.goal)?.number
        return row(
            one,
            [
                .number: text(one.number), .parent: text(parent ?? ""), .name: text(one.name),
                .result: text(one.result), .human: text(one.human), .support: text(one.support),
                .finance: text(one.finance), .duration: text(one.duration), .source: text(one.source),
                .responsible: text(one.responsible),
            ]
        )
    }

    private func outcome(_ one: Outcome) -> Cells {
        row(
            .outcome,
            [
                .parent: text(plan.activity(one.activity)?.number ?? ""), .year: .integer(one.year),
                .spent: hundredths(one.spent), .result: text(one.planned), .done: text(one.done),
                .impact: text(one.impact), .factors: text(one.factors), .state: .text(one.state.code),
            ]
        )
    }

    private func step(_ one: CycleMark) -> Cells {
        row(
            .step,
            [
                .number: .integer(one.step.rawValue), .name: .text(one.step.words.lv),
                .year: .integer(one.year),
                .date: day(one.day), .note: text(one.note),
            ]
        )
    }

    private func event(_ one: PlanEvent) throws -> Cells {
        row(
            .event,
            [
                .number: one.ordinal == 0 ? .blank : .integer(one.ordinal),
                .parent: text(plan.activity(one.activity)?.number ?? ""), .name: text(one.name),
                .date: day(one.day), .participants: one.participants.map { .integer($0) } ?? .blank,
                .sheet: text(one.sheet), .note: text(one.note), .body: text(one.body?.code ?? ""),
            ].merging(try institution(one.institution)) { own, _ in own }
        )
    }

    private func indicator(_ one: Indicator) -> [Cells] {
        let head = row(
            one,
            [
                .number: text(one.number), .part: text(one.part),
                .parent: text(plan.goal(one.goal)?.number ?? ""), .level: .text(one.level.code),
                .name: text(one.name), .unit: .text(one.unit.code), .noun: text(one.noun),
                .base: hundredths(one.base), .baseWords: text(one.baseWords), .baseDue: day(one.baseDue),
                .origin: .text(one.origin.code), .source: text(one.source), .measure: text(one.measure),
            ]
        )
        let targets = plan.targets(of: one).map { target in
            row(
                .target,
                [
                    .parent: text(one.number), .part: text(one.part), .year: .integer(target.year),
                    .way: .text(target.way.code), .amount: hundredths(target.amount),
                    .words: text(target.words),
                ]
            )
        }
        let values = plan.values(of: one).map { value in
            row(
                .value,
                [
                    .parent: text(one.number), .part: text(one.part), .year: .integer(value.year),
                    .amount: hundredths(value.amount), .source: text(value.source), .date: day(value.day),
                    .note: text(value.note), .name: text(value.survey.name), .from: day(value.survey.from),
                    .to: day(value.survey.to),
                    .participants: value.survey.respondents.map { .integer($0) } ?? .blank,
                ]
            )
        }
        return [head] + targets + values
    }

    private func line(_ one: BudgetLine) -> [Cells] {
        let head = row(
            one,
            [
                .number: text(one.number), .name: text(one.name), .source: text(one.source),
                .note: text(one.note), .amount: hundredths(one.printed),
            ]
        )
        return [head]
            + plan.amounts.filter { $0.line == one.id }.map { amount in
                row(
                    .amount,
                    [
                        .parent: text(one.number), .year: .integer(amount.year),
                        .amount: hundredths(amount.planned), .spent: hundredths(amount.spent),
                    ]
                )
            }
    }
}
