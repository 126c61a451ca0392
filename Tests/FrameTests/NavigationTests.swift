import Kernel
import Testing

@testable import Frame

struct NavigationTests {
    @Test func `an entry is marked on its page, on those under it, and where it leads`() {
        let signs = NavigationEntry(
            Text(same: "Pazīmes"),
            "/signals",
            .readSignals,
            order: 1,
            alsoAt: ["/pupils/:pupil/signals"]
        )
        for address in ["/signals", "/signals/4", "/pupils/12/signals", "/pupils/12/signals/3"] {
            #expect(signs.isMarked(at: address), "\(address)")
        }
        for address in ["/", "/signalsandmore", "/pupils", "/pupils/12", "/pupils/12/cases"] {
            #expect(!signs.isMarked(at: address), "\(address)")
        }
        let home = NavigationEntry(Text(same: "Sākums"), "/", .ownAccount, order: 0)
        #expect(home.isMarked(at: "/") && !home.isMarked(at: "/signals"))
    }
}
