package import Kernel

/// Where the rows of a board go, in an order in which each refers only to rows before it.
///
/// A class is told with its pupils, then their lessons and marks, then the next: nothing larger needs to be held.
package protocol BoardSink: AnyObject {
    /// The board begins.
    func begin(_ plan: BoardPlan) throws
    /// A subject.
    func subject(_ subject: BoardSubject) throws
    /// The days of a term.
    func term(_ year: SchoolYear, _ term: Int, _ span: ClosedRange<Day>) throws
    /// A test or examination: of municipality and state before all institutions, of a class before its pupils.
    func assessment(_ assessment: BoardAssessment) throws
    /// An institution.
    func institution(_ institution: BoardInstitution) throws
    /// An education programme of an institution.
    func programme(_ programme: ProgrammeKind, of institution: BoardInstitution) throws
    /// A class.
    func classGroup(_ group: BoardClass) throws
    /// A pupil in a class; one who changes comes again.
    func stay(_ stay: BoardStay) throws
    /// A post in a year.
    func post(_ post: BoardPost, _ year: SchoolYear) throws
    /// What somebody teaches, and a teaching group where the class is divided.
    func teaching(_ teaching: BoardTeaching) throws
    /// The journal of a class begins; its stays, teachings and posts are told.
    func begin(_ book: ClassBook, _ stays: [BoardStay]) throws
    /// The marks of a pupil in the class.
    func marks(_ marks: [BoardMark], of stay: BoardStay, _ book: ClassBook) throws
    /// The lessons of a pupil in the class.
    func lessons(_ lessons: [BoardLesson], of stay: BoardStay, _ book: ClassBook) throws
    /// The results of a pupil in the assessments of the class.
    func results(_ results: [BoardResult], of stay: BoardStay, _ book: ClassBook) throws
    /// The entries of behaviour about a pupil in the class.
    func entries(_ entries: [BoardEntry], of stay: BoardStay, _ book: ClassBook) throws
    /// The lessons that the class had.
    func held(_ held: [BoardHeld], _ book: ClassBook) throws
    /// The journal of a class ends.
    func end(_ book: ClassBook) throws
    /// The board ends.
    func end() throws
}

extension BoardSink {
    package func begin(_ plan: BoardPlan) throws {}
    package func subject(_ subject: BoardSubject) throws {}
    package func term(_ year: SchoolYear, _ term: Int, _ span: ClosedRange<Day>) throws {}
    package func assessment(_ assessment: BoardAssessment) throws {}
    package func institution(_ institution: BoardInstitution) throws {}
    package func programme(_ programme: ProgrammeKind, of institution: BoardInstitution) throws {}
    package func classGroup(_ group: BoardClass) throws {}
    package func stay(_ stay: BoardStay) throws {}
    package func post(_ post: BoardPost, _ year: SchoolYear) throws {}
    package func teaching(_ teaching: BoardTeaching) throws {}
    package func begin(_ book: ClassBook, _ stays: [BoardStay]) throws {}
    package func marks(_ marks: [BoardMark], of stay: BoardStay, _ book: ClassBook) throws {}
    package func lessons(_ lessons: [BoardLesson], of stay: BoardStay, _ book: ClassBook) throws {}
    package func results(_ results: [BoardResult], of stay: BoardStay, _ book: ClassBook) throws {}
    package func entries(_ entries: [BoardEntry], of stay: BoardStay, _ book: ClassBook) throws {}
    package func held(_ held: [BoardHeld], _ book: ClassBook) throws {}
    package func end(_ book: ClassBook) throws {}
    package func end() throws {}
}
