internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The programme as a picture of its days: activities by year, tasks by their terms, events as dots.
struct CalendarPage: Page {
    let method = PageMethod.get
    let path = "/planning/:plan/calendar"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let view = try await PlanView.load(request, desk, plan: request.number("plan"))
        let language = view.language
        let title = view.plan.programme.title
        let showsTasks = request.query["tasks"] == "1"
        let head = PageHead(title, lede: view.lede)
        guard let range = PlanGantt(view: view, showsTasks: showsTasks).range, !view.plan.activities.isEmpty
        else {
            let empty = EmptyState(
                Text(lv: "Kalendāram trūkst datu", en: "The calendar lacks data")[language],
                advice: Text(
                    lv: "Norādiet programmas sākumu un beigas un pievienojiet aktivitātes ar gadiem.",
                    en: "Give the first and last day of the programme, and add activities with their years."
                )[language],
                link: view.mayEdit
                    ? Link(
                        Text(lv: "Labot programmu", en: "Edit the programme")[language],
                        Address(view.address + "/edit")
                    )
                    : nil
            )
            return .page(
                PageContent(
                    Text(same: title),
                    "\(head)\(view.tabs("/calendar"))\(empty)",
                    crumbs: [PlanCrumbs.top]
                )
            )
        }
        let other = Link(
            showsTasks
                ? Text(lv: "Rādīt tikai aktivitātes", en: "Show activities only")[language]
                : Text(lv: "Rādīt arī uzdevumus", en: "Show tasks too")[language],
            Address(view.address + "/calendar\(showsTasks ? "" : "?tasks=1")")
        )
        let gantt = PlanGantt(view: view, showsTasks: showsTasks).chart(range)
        return .page(
            PageContent(
                Text(same: title),
                """
                \(head)\(view.tabs("/calendar"))<p>\(other)</p>\(gantt)\
                \(PlanMonths(view: view, year: PlanMonths.year(view)))
                """,
                crumbs: [PlanCrumbs.top]
            )
        )
    }
}

/// The rows of the picture.
private struct PlanGantt {
    let view: PlanView
    let showsTasks: Bool

    /// The days of the programme; nil where it has none.
    var range: Range<Int>? {
        guard let first = view.plan.years.first, let last = view.plan.years.last, let from = Day(first, 1, 1),
            let to = Day(last, 12, 31)
        else { return nil }
        return from.number..<(to.number + 1)
    }

    func chart(_ range: Range<Int>) -> GanttChart {
        let language = view.language
        let count = view.plan.activities.count
        let noun = Noun(lv: "aktivitāte", "aktivitātes", en: "activity", "activities").counted(count)
        let events = Noun(lv: "notikušais pasākums", "notikušie pasākumi", en: "event", "events")
            .counted(view.plan.events.count)
        return GanttChart(
            ChartHead(
                id: "gantt",
                language,
                title: Text(lv: "Programmas kalendārs", en: "Calendar of the programme")[language],
                summary: Text(
                    lv: "\(noun.lv), \(events.lv). Punkts ir pasākums.",
                    en: "\(noun.en), \(events.en). A dot is an event."
                )[language],
                hidesTitle: true
            ),
            range: range,
            ticks: view.plan.years.compactMap { year in
                Day(year, 1, 1).map { GanttChart.Tick($0.number, String(year)) }
            },
            rows: rows,
            today: (view.today.number, Text(lv: "šodien", en: "today")[language]),
            names: (
                Text(lv: "Aktivitāte vai uzdevums", en: "Activity or task")[language],
                Text(lv: "Laiks", en: "Time")[language]
            ),
            key: [
                Key.Item(.data, Text(lv: "aktivitāte", en: "activity")[language])
            ] + (showsTasks ? keys : []) + [Key.Item(.accent, Text(lv: "pasākums", en: "event")[language])]
        )
    }

    private var keys: [Key.Item] {
        [
            Key.Item(.other, Text(lv: "uzdevums", en: "task")[view.language]),
            Key.Item(.illness, Text(lv: "izpildīts uzdevums", en: "task done")[view.language]),
            Key.Item(.unexcused, Text(lv: "nokavēts uzdevums", en: "task late")[view.language]),
        ]
    }

    private var rows: [GanttChart.Row] {
        let plan = view.plan
        let lone = plan.activities.filter { plan.goal($0.goal) == nil }
        return plan.goals.flatMap { goal in
            [GanttChart.Row(heading: "\(goal.number). \(goal.name)")]
                + plan.activities(of: goal).flatMap(rows)
        } + lone.flatMap(rows)
    }

    private func rows(_ activity: Activity) -> [GanttChart.Row] {
        let spans = YearRuns.of(activity.years).compactMap { run -> Range<Int>? in
            guard let from = Day(run.lowerBound, 1, 1), let to = Day(run.upperBound, 12, 31) else {
                return nil
            }
            return from.number..<(to.number + 1)
        }
        let marks = view.plan.events.filter { $0.activity == activity.id }.map(\.day.number)
        let head = GanttChart.Row(
            "\(activity.number) \(activity.name)",
            spans,
            words: YearSpans.words(activity.years),
            .data,
            marks: marks
        )
        guard showsTasks else { return [head] }
        return [head]
            + view.plan.tasks(of: activity).map { task in
                let from = task.from?.number
                let to = task.to.map { $0.number + 1 }
                let span = from.flatMap { from in to.map { from..<max(from + 1, $0) } }
                return GanttChart.Row(
                    "\(task.number) \(task.name)",
                    span.map { [$0] } ?? [],
                    words: task.termWords[view.language],
                    meaning(task)
                )
            }
    }

    private func meaning(_ task: WorkTask) -> Meaning {
        if task.state == .done { return .illness }
        if !task.state.isSettled, let to = task.to, to < view.today { return .unexcused }
        return .other
    }
}

/// Years in unbroken runs.
enum YearRuns {
    static func of(_ years: [Int]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for year in years.sorted() {
            if let last = runs.last, last.upperBound == year - 1 {
                runs[runs.count - 1] = last.lowerBound...year
            } else {
                runs.append(year...year)
            }
        }
        return runs
    }
}
