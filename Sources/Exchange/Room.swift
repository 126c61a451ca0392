package import Frame
import Kernel

/// The room's door: running imports.
package let exchangeRoom = Room(
    "exchange",
    Text(lv: "Imports", en: "Import"),
    migrations: [.batches, .mappings, .staging, .uploads, .batchScopes, .undoEnds, .merges],
    pages: [
        ImportsPage(), UploadPage(), UploadAction(), ColumnsPage(), ColumnsAction(), JobPage(), PlanPage(),
        PlanAction(), RejectedDownload(), BatchPage(), UndoAction(), HealthPage(), SourcePage(),
    ],
    navigation: [NavigationEntry(ImportsPage.title, "/imports", .importData, order: 800)]
)
