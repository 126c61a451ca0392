internal import Frame
internal import Kernel
internal import Pages
internal import Registry

extension DutyRegisterView {
    /// What was typed into VIIS: its day, number and the reason, in the row of the pupil.
    func form(_ line: DutyList.Line) -> HTML {
        let duty = line.duty
        let id = "\(duty.pupil.rawValue)-\(duty.term)"
        return """
            <form class="in-cell screen-only" method="post" action="\(Address("/pupils/\(String(duty.pupil.rawValue))/absence-duty"))">\
            <input type="hidden" name="csrf" value="\(request.formToken)">\
            <input type="hidden" name="year" value="\(data.asked.year.description)">\
            <input type="hidden" name="term" value="\(duty.term)">\
            <input type="hidden" name="step" value="register"><input type="hidden" name="back" value="register">\
            \(wayBack)\
            <div>\(label("day-\(id)", text("Diena", "Day"), line))\
            <input class="input" id="day-\(id)" name="day" value="\(Format(.lv).day(desk.today))"></div>\
            <div>\(label("reference-\(id)", text("Ieraksta numurs", "Number of entry"), line))\
            <input class="input" id="reference-\(id)" name="reference"></div>\
            <div class="whole">\(label("cause-\(id)", text("Iemesls", "Reason"), line))\(cause(line, id))</div>\
            <button type="submit" class="button second small">\(text("Pierakstīt", "Note"))\
            <span class="unseen">: \(line.name)</span></button></form>
            """
    }

    /// What brings one back to the same list: what was chosen, and whether it showed the personal codes.
    private var wayBack: HTML {
        var fields: [(name: String, value: String)] = []
        if let institution = data.asked.institution {
            fields.append((DutyAsked.listInstitution, String(institution)))
        }
        if let term = data.asked.term { fields.append((DutyAsked.listTerm, String(term))) }
        if data.codes != nil { fields.append((DutyRegisterPage.codes, DutyRegisterPage.again)) }
        let hidden: [HTML] = fields.map { field in
            "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
        }
        return "\(hidden)"
    }

    /// What is written by hand on the printed list, where nobody fills in a form.
    var blanks: HTML {
        let line = String(repeating: "_", count: 12)
        let blanks = [
            text("Diena", "Day"), text("Ieraksta numurs", "Number of entry"), text("Iemesls", "Reason"),
        ]
        return "\(blanks.map { "<p class=\"on-paper\">\($0): \(line)</p>" as HTML })"
    }

    /// A label that all see, with the pupil's name for those who hear it apart from its row.
    private func label(_ id: String, _ words: String, _ line: DutyList.Line) -> HTML {
        "<label for=\"\(id)\">\(words)<span class=\"unseen\"> \(line.name)</span></label>"
    }

    /// The reason that was typed into VIIS: the one found out last, unless another is chosen.
    private func cause(_ line: DutyList.Line, _ id: String) -> HTML {
        let known = line.duty.cause(data.notes) ?? ""
        let items = data.lists.items(CodeLists.absenceCauses, on: desk.today)
        let none = [(code: "", words: text("nav noskaidrots", "not found out"))]
        let choices = none + items.map { (code: $0.code, words: $0.words[language]) }
        let options: [HTML] = choices.map { choice in
            "<option value=\"\(choice.code)\"\(" selected", if: choice.code == known)>\(choice.words)</option>"
        }
        return "<select class=\"input\" id=\"cause-\(id)\" name=\"cause\">\(options)</select>"
    }
}
