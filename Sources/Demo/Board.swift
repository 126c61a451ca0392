internal import Kernel

/// An invented education board with a life of some years, made from a plan.
///
/// Jauntilta and its people do not exist. Everything that follows from one plan is the same on every machine.
package struct Board {
    private let plan: BoardPlan

    /// The board of a plan.
    package init(_ plan: BoardPlan) {
        self.plan = plan
    }

    /// Tells the whole board, one town after the other.
    ///
    /// - Parameters:
    ///   - sink: where the rows go.
    ///   - progress: called after every class with the stays of pupils told so far.
    /// - Throws: what the sink throws.
    package func tell(_ sink: any BoardSink, progress: (Int) -> Void = { _ in }) throws {
        try sink.begin(plan)
        for subject in BoardSubject.all { try sink.subject(subject) }
        let calendars = plan.schoolYears.map(SchoolCalendar.init)
        for calendar in calendars {
            for term in 1...2 { try sink.term(calendar.year, term, calendar.span(of: term)) }
        }
        for calendar in calendars {
            for work in AssessmentPlan(plan: plan, calendar: calendar).common { try sink.assessment(work) }
        }
        var told = 0
        for number in 0..<plan.towns {
            var town = Town(plan, number: number)
            for institution in town.institutions { try tell(institution, sink) }
            for calendar in calendars {
                let stays = town.stays(calendar.year)
                for institution in town.institutions {
                    try tell(institution, calendar, stays, sink) {
                        told += $0
                        progress(told)
                    }
                }
            }
        }
        try sink.end()
    }

    private func tell(_ institution: BoardInstitution, _ sink: any BoardSink) throws {
        try sink.institution(institution)
        for programme in institution.programmes { try sink.programme(programme, of: institution) }
    }

    private func tell(
        _ institution: BoardInstitution,
        _ calendar: SchoolCalendar,
        _ stays: [BoardClass: [BoardStay]],
        _ sink: any BoardSink,
        told: (Int) -> Void
    ) throws {
        let staff = StaffPlan(institution)
        let classes = ClassLines(institution: institution).classes(calendar.year)
        for group in classes {
            try sink.classGroup(group)
            for stay in stays[group] ?? [] { try sink.stay(stay) }
        }
        for post in staff.posts(plan, calendar.year) { try sink.post(post, calendar.year) }
        for group in classes {
            let book = ClassBook(plan, group, calendar, staff)
            for teaching in book.teachings { try sink.teaching(teaching) }
            let pupils = stays[group] ?? []
            try journal(book, pupils, sink)
            told(pupils.count)
        }
    }

    private func journal(_ book: ClassBook, _ stays: [BoardStay], _ sink: any BoardSink) throws {
        try sink.begin(book, stays)
        for work in book.assessments where work.classGroup != nil { try sink.assessment(work) }
        try sink.held(book.held(through: plan.today), book)
        for stay in stays {
            let lessons = PupilYear(stay, book)
            let marks = MarkSheet(stay, book, lessons)
            try sink.marks(marks.marks(through: plan.today), of: stay, book)
            let results = ResultSheet(stay: stay, book: book, lessons: lessons, marks: marks)
            try sink.results(results.results(), of: stay, book)
            let entries = EntrySheet(stay: stay, book: book, lessons: lessons)
            try sink.entries(entries.entries(through: plan.today), of: stay, book)
            let written = lessons.lessons(through: plan.today, presentFrom: plan.presentFrom)
            try sink.lessons(written, of: stay, book)
        }
        try sink.end(book)
    }
}
