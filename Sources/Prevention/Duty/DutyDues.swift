package import Frame
internal import Kernel
internal import Pages
internal import Registry
package import Storage

/// Next steps for pupils over the limit of unexcused absence, where a first one was taken.
package enum DutyDues: DueSource {
    /// ``AbsenceDuty/waiting(_:_:)`` counts the same steps from the first day on; whoever leads works with signs too.
    package static var hasOwnLine: Bool { true }

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        guard case .within(let reach) = question.whose else { return [] }
        var asked = DutyBook.Asked(year: SchoolYear(containing: question.today), reach: reach)
        // A first step has no day of its own before somebody reads lesson by lesson; the list of duties has it.
        asked.needsDays = false
        let book = try DutyBook.load(
            asked,
            question.measures,
            today: question.today,
            question.tenant,
            connection
        )
        return book.cases.compactMap { duty in
            guard let step = duty.next, let day = duty.due, day <= question.until else { return nil }
            let pupil = duty.pupil.rawValue
            return Due(
                "duty-\(pupil)-\(duty.term)",
                by: day,
                Text(lv: "Neattaisnoti kavējumi: ", en: "Unexcused absence: ") + step.words,
                of: duty.pupil,
                owner: step.doer.words,
                at: duty.institution,
                "/pupils/\(pupil)/absence-duty"
            )
        }
    }
}
