package import Frame
package import Kernel

/// Finds what the lines of one file name, and adds what is new where the mapping's source may.
///
/// Every "find or add" stages the new row when the mapping is a master; otherwise it reports, once for each
/// distinct value, that nothing was found and returns nil. Lookups are by dictionary: no SQL a line.
package final class DirectoryRun {
    /// What is known, with what the run added.
    package internal(set) var directory: Directory
    /// The run.
    package let run: ImportRun
    private var reported: Set<String> = []
    /// Whether the last pupil was found by class and name alone, so that a person should look at it.
    package internal(set) var foundByName = false
    var pupilByCode: [PersonalCode: PupilID] = [:]
    var staffByName: [PlacedText: StaffID] = [:]
    var staffByCode: [PersonalCode: StaffID] = [:]
    var subjectByText: [String: SubjectID] = [:]
    /// Institutions by the texts that lines named them with; emptied whenever a name comes or goes.
    var institutionByText: [InstitutionText: InstitutionID] = [:]
    /// What other boards call the rows; nil where a format looks for none of theirs.
    var numbers: SourcedIDs?
    private var folded: [String: String] = [:]
    private var classKeys: [String: String] = [:]

    /// A directory for one run.
    package init(_ directory: Directory, _ run: ImportRun) {
        self.directory = directory
        self.run = run
    }

    /// A text folded for search; files name the same few things in every line.
    func search(_ text: String) -> String {
        if let known = folded[text] { return known }
        let search = LatvianKey.search(text)
        folded[text] = search
        return search
    }

    /// What the ways of writing a class's name have in common.
    func classKey(_ name: String) -> String {
        if let known = classKeys[name] { return known }
        let key = ClassName.key(name)
        classKeys[name] = key
        return key
    }

    /// Whether the source may add rows to the registers.
    package var isMaster: Bool { run.mapping.isMaster }

    /// Reports something that is not in the registers, once for each value.
    func unmatched(_ words: UnmatchedWords, _ value: String, at place: SourcePlace) {
        guard reported.insert("\(words.code)\u{0}\(value)").inserted else {
            return run.staging.unmatchedAgain(words.problem(value), at: place)
        }
        run.staging.unmatched(words.problem(value), at: place)
    }

    /// Reports what is taken over and should be looked at, once for each value.
    func doubt(_ words: UnmatchedWords, _ value: String, at place: SourcePlace) {
        guard reported.insert("\(words.code)\u{0}\(value)").inserted else { return }
        run.staging.doubt(words.problem(value), at: place)
    }

    /// Reports of a pupil what is taken over and should be looked at, once; two of one name are told of apart.
    func doubt(_ words: UnmatchedWords, _ value: String, of pupil: PupilID, at place: SourcePlace) {
        guard reported.insert("\(words.code)\u{0}\(pupil.rawValue)\u{0}\(value)").inserted else { return }
        run.staging.doubt(words.problem(value), at: place)
    }

    /// Reports that the last pupil was found by class and name alone.
    package func doubtName(_ name: String, at place: SourcePlace) {
        if foundByName { doubt(.pupilByName, name, at: place) }
    }

    /// Reports a value that is absent though the line needs it.
    func missing(_ what: Text, _ code: String, at place: SourcePlace) {
        let problem = Problem(
            "\(code).missing",
            Text(
                lv: "Rindā nav aizpildīts lauks „\(what.lv)”.",
                en: "The field “\(what.en)” is blank in this line."
            ),
            advice: Text(
                lv: "Aizpildiet to vai norādiet vienu vērtību visam failam.",
                en: "Fill it in, or give one value for the whole file."
            )
        )
        run.staging.reject(problem, at: place)
    }

    /// Reads a personal code; nil where the field is blank, or wrong, which is reported.
    package func personalCode(_ text: String, at place: SourcePlace) -> PersonalCode? {
        guard !text.isEmpty else { return nil }
        do {
            return try PersonalCode(text)
        } catch {
            run.staging.reject(Problem(error, value: text), at: place)
            return nil
        }
    }
}
