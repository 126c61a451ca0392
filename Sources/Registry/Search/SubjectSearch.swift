import Frame
import Kernel
import Storage

/// Finds subjects, which are the same list for all who see figures.
struct SubjectSearch {
    let desk: Desk
    let connection: Connection

    /// Subjects by name, or by the code that a source has for them.
    func find(_ words: SearchWords, into answer: inout SearchAnswer) throws {
        guard !answer.isFull, !desk.asker.reach(.readFigures, on: desk.today).isEmpty else { return }
        let found = try SubjectRecord.all(desk.tenant, connection).filter { subject in
            words.match(LatvianKey.search(subject.name))
                || !subject.code.isEmpty && words.words.joined() == LatvianKey.search(subject.code)
        }
        guard !found.isEmpty else { return }
        let codes = try CodeLists.load(desk.tenant, connection)
        for subject in found {
            let area = codes.words(CodeLists.learningAreas, String(subject.area))
            answer.add(
                SearchHit(
                    kind: .subject,
                    id: subject.id.rawValue,
                    name: subject.name,
                    place: subject.area == 0 ? "" : area.lv
                )
            )
        }
    }
}
