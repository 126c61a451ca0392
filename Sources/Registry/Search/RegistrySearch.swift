import Frame
import Kernel
import Storage

/// Finds what the asker may see, by the beginnings of words; each kind of thing is a file of its own.
///
/// Latvian letters are found with or without their marks.
struct RegistrySearch {
    let desk: Desk
    let connection: Connection
    /// The language in which what has words in both is named.
    var language = Language.lv

    /// Looks for what was typed; persons are looked for only where they are asked for.
    func answer(_ text: String, persons: Bool) throws -> SearchAnswer {
        let words = SearchWords(text)
        var answer = SearchAnswer()
        guard words.isEnough else { return answer }
        let pupils = PupilSearch(desk: desk, connection: connection)
        if let code = words.personalCode {
            if persons { try pupils.find(code, into: &answer) }
            return answer
        }
        // Names of persons come last: there may be so many that no room is left behind them.
        try InstitutionSearch(desk: desk, connection: connection).find(words, into: &answer)
        try ClassSearch(desk: desk, connection: connection).find(words, into: &answer)
        try SubjectSearch(desk: desk, connection: connection).find(words, into: &answer)
        try ProgrammeSearch(desk: desk, connection: connection, language: language).find(words, into: &answer)
        ReportSearch(desk: desk, language: language).find(words, into: &answer)
        PageSearch(desk: desk, language: language).find(words, into: &answer)
        guard persons else { return answer }
        try pupils.find(words, into: &answer)
        try StaffSearch(desk: desk, connection: connection).find(words, into: &answer)
        return answer
    }
}
