internal import Frame
internal import Kernel

/// What the numbers in tables of programmes stand for, where a person reads them before they are saved.
enum PlanColumnCodes {
    static let all: [ColumnCode] =
        kinds + money + hundredths + years + [
            ColumnCode("plan_indicator", "base_due", .numbers { day($0) }),
            ColumnCode("plan_recurrence", "in_each", .numbers { $0 == 1 ? Text(lv: "jā", en: "yes") : nil }),
        ]

    private static let kinds: [ColumnCode] = [
        code("plan_programme", "kind", ProgrammeKind.self),
        code("plan_programme", "status", ProgrammeStatus.self),
        code("plan_party", "kind", PartyKind.self), code("plan_goal", "level", PreventionLevel.self),
        code("plan_result", "kind", ResultKind.self), code("plan_result", "state", OutcomeState.self),
        code("plan_indicator", "level", PreventionLevel.self),
        code("plan_indicator", "unit", IndicatorUnit.self),
        code("plan_indicator", "origin", IndicatorOrigin.self), code("plan_target", "way", TargetWay.self),
        code("plan_task", "state", TaskState.self), code("plan_outcome", "state", OutcomeState.self),
        code("plan_recurrence", "rhythm", Rhythm.self), code("plan_cycle", "step", CycleStep.self),
        ColumnCode("plan_event", "body") { (body: CaseBody) in body.words },
    ]

    /// Sums in cents; a number below nought says that none is known.
    private static let money: [ColumnCode] = [
        ("plan_line", "printed"), ("plan_amount", "planned"), ("plan_amount", "spent"),
        ("plan_outcome", "spent"),
    ]
    .map { table, column in
        ColumnCode(
            table,
            column,
            .numbers { $0 < 0 ? nil : Text(lv: Money.words($0, .lv), en: Money.words($0, .en)) }
        )
    }

    private static let hundredths: [ColumnCode] = [
        ("plan_indicator", "base"), ("plan_target", "amount"), ("plan_value", "amount"),
    ]
    .map { table, column in
        ColumnCode(
            table,
            column,
            .numbers { $0 < 0 ? nil : Text(lv: Money.digits($0, .lv), en: Money.digits($0, .en)) }
        )
    }

    /// Years of programmes are those of the calendar.
    private static let years: [ColumnCode] = [
        "plan_amount", "plan_cycle", "plan_outcome", "plan_target", "plan_value",
    ]
    .map { table in ColumnCode(table, "year", .numbers { $0 > 0 ? Text(same: String($0)) : nil }) }

    private static func code<Code: PlanCode>(
        _ table: String,
        _ column: String,
        _ code: Code.Type
    ) -> ColumnCode {
        ColumnCode(table, column) { (value: Code) in value.words }
    }

    private static func day(_ number: Int) -> Text? {
        guard number > 0 else { return nil }
        let day = Day(number: number)
        return Text(lv: Format(.lv).day(day), en: Format(.en).day(day))
    }
}
