internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The steps of the year, each with a button that says that it is done.
struct PlanSteps: Renderable {
    let view: PlanView

    var html: HTML {
        let language = view.language
        guard view.plan.programme.status == .approved else { return "" }
        let year = view.today.parts.year
        let steps = Cycle(plan: view.plan, today: view.today).steps.filter { step in
            step.state == .late || (step.year >= year - 1 && step.year <= year)
        }
        guard !steps.isEmpty else { return "" }
        var columns = [
            DataTable.Column(Text(lv: "Solis", en: "Step")[language]),
            DataTable.Column(Text(lv: "Termiņš", en: "Due")[language], width: .narrow),
            DataTable.Column(PlanWords.state[language], width: .narrow),
        ]
        if view.mayEdit {
            columns.append(DataTable.Column(Text(lv: "Darbība", en: "Action")[language]))
        }
        var table = DataTable(
            id: "steps-table",
            language,
            caption: Text(lv: "Gada cikls", en: "The year")[language],
            columns: columns,
            rows: steps.map(row)
        )
        table.hidesCaption = true
        return Section(Text(lv: "Gada cikls", en: "The programme’s year")[language], id: "steps", table.html)
            .html
    }

    private func row(_ step: Cycle.Step) -> DataTable.Row {
        let language = view.language
        var cells: [DataTable.Cell] = [
            .words(step.step.words[language], note: note(step), address: way(step)),
            .words(view.format.day(step.due)), .markup(view.badge(step).html),
        ]
        if view.mayEdit { cells.append(.markup(step.state == .done ? undo(step) : done(step))) }
        return DataTable.Row(cells)
    }

    private func note(_ step: Cycle.Step) -> String? {
        guard step.state == .done, let note = step.mark?.note, !note.isEmpty else { return nil }
        return note
    }

    private func done(_ step: Cycle.Step) -> HTML {
        let language = view.language
        let form = StepForm(view: view, year: step.year, step: step.step).form
        return """
            <details><summary>\(Text(lv: "Izdarīts", en: "Done"), language)\
            <span class="unseen">: \(step.step.words, language)</span></summary>\(form)</details>
            """
    }

    private func undo(_ step: Cycle.Step) -> HTML {
        let language = view.language
        return """
            <form method="post" action="\(Address(view.address + "/steps"))" class="buttons">\
            <input type="hidden" name="csrf" value="\(view.request.formToken)">\
            <input type="hidden" name="year" value="\(step.year)">\
            <input type="hidden" name="step" value="\(step.step.rawValue)">\
            <input type="hidden" name="done" value="0">\
            <button type="submit" class="button second small">\(Text(lv: "Atsaukt", en: "Take back"), language)\
            <span class="unseen">: \(step.step.words, language)</span></button></form>
            """
    }

    /// Results are collected, shown to the management and published in the annual report.
    private func way(_ step: Cycle.Step) -> Address? {
        switch step.step {
        case .review, .results, .publication: Address(view.address + "/annual")
        case .juneMeeting, .decemberMeeting: nil
        }
    }
}
