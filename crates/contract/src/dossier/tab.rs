//! The tabs of «Hồ sơ của tôi».

use crate::open_enum::open_enum;

open_enum! {
    /// A tab of the list «Hồ sơ của tôi». The project's requirements define the first eight tabs (R2.14–R2.16).
    pub enum Tab {
        /// «Hồ sơ mới»: drafts, and dossiers that no office has accepted yet.
        New = "new",
        /// «Bổ sung hồ sơ»: the office has asked for more documents.
        Supplement = "supplement",
        /// «Đang xử lý»: an office is processing the dossier.
        Processing = "processing",
        /// «Nghĩa vụ tài chính»: the citizen must pay a tax or another sum outside this portal.
        Obligation = "obligation",
        /// «Thanh toán phí»: the citizen must pay a fee online.
        Payment = "payment",
        /// «Đang tạm dừng»: processing is paused, or the citizen asked to withdraw the dossier.
        Paused = "paused",
        /// «Hoàn thành thụ lý»: processing is finished, and the result is ready.
        Processed = "processed",
        /// «Đã hoàn thành trả kết quả»: the result has been handed over.
        Returned = "returned",
        /// «Không được tiếp nhận / đã rút»: the dossier was refused or withdrawn. The project's requirements have no tab
        /// for such dossiers.
        Closed = "closed",
    }
}
