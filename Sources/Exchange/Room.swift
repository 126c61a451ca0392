package import Frame
import Kernel

/// The room's door: running imports.
package let exchangeRoom = Room(
    "exchange",
    Text(lv: "Imports", en: "Import"),
    migrations: [
        .batches, .mappings, .staging, .uploads, .batchScopes, .undoEnds, .merges, .removedMappings, .readers,
        .sheets,
    ],
    pages: [
        ImportsPage(), UploadPage(), UploadAction(), ColumnsPage(), ColumnsAction(), JobPage(), PlanPage(),
        PlanAction(), RejectedDownload(), RejectedAsk(), BatchPage(), UndoAction(), HealthPage(),
        SourcePage(), MappingsPage(), MappingPage(), MappingAction(), MappingRemoveAction(),
        MappingRestoreAction(),
        DuplicatesPage(), PairPage(), JoinAction(), PairAnswerAction(), MergedPage(), PartAction(),
    ],
    navigation: [
        NavigationEntry(ImportsPage.title, "/imports", .importData, order: 800),
        NavigationEntry(DuplicatesPage.title, "/duplicates", .mergePupils, order: 810, alsoAt: ["/merged"]),
    ]
)
