package import Frame
internal import Kernel
internal import Storage

/// The door of the room of personal data: what is kept of whom and why, requests of persons, the end of keeping.
package let privacyRoom = Room(
    "privacy",
    Text(lv: "Personas dati", en: "Personal data"),
    migrations: [.privacyRequests, .endedRequests, .staffRequests],
    pages: [
        PrivacyPage(), NewRequestPage(), CreateRequestAction(), RequestPage(), DecideAction(), PersonPage(),
        PersonFilePage(), ErasePage(), EraseAction(), FamilyNoticePage(),
    ],
    navigation: [NavigationEntry(PrivacyPage.title, "/privacy", .handlePrivacy, order: 940)],
    listeners: [KeepingListener()],
    keeping: [RequestKeeping.self],
    codes: [
        ColumnCode("privacy_request", "kind") { (kind: RequestKind) in kind.words },
        ColumnCode("privacy_request", "asker") { (asker: RequestAsker) in asker.words },
        ColumnCode("privacy_request", "state") { (state: RequestState) in state.words },
        ColumnCode("privacy_step", "deed") { (deed: RequestDeed) in deed.words },
    ]
)
