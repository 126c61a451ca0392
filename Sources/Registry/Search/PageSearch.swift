import Frame
import Kernel

/// Finds pages of the navigation that would open for the asker, by their titles in either language.
struct PageSearch {
    let desk: Desk
    let language: Language

    func find(_ words: SearchWords, into answer: inout SearchAnswer) {
        let pages = desk.house.rooms.flatMap { $0.pages }
        for room in desk.house.rooms {
            for entry in room.navigation where words.match(anyOf: entry.title) {
                guard entry.opens(for: desk, among: pages) else { continue }
                answer.add(
                    SearchHit(
                        kind: .page,
                        id: answer.hits.count,
                        name: entry.title[language],
                        place: room.title[language],
                        way: entry.path
                    )
                )
            }
        }
    }
}
