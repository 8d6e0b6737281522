//! The part of the gallery with examples of form fields.

use leptos::prelude::*;

use super::example::{LONG_TEXT, example};
use crate::ui::checkbox::Checkbox;
use crate::ui::code_field::CodeField;
use crate::ui::date_picker::DatePicker;
use crate::ui::file_field::FileField;
use crate::ui::finder::Finder;
use crate::ui::radio_group::RadioGroup;
use crate::ui::text_area::TextArea;
use crate::ui::text_field::{TextField, TextKind};
use crate::ui::{SelectField, SelectOption};

pub(super) fn field_examples() -> Vec<AnyView> {
    vec![
        example("text-field", "Ô chữ", text_fields()),
        example("text-field-error", "Ô chữ có lỗi", wrong_text()),
        example("password", "Mật khẩu", password()),
        example("date-picker", "Ngày", dates()),
        example("text-area", "Ô nhiều dòng", text_area()),
        example("code-field", "Mã xác thực", codes()),
        example("select-field", "Danh sách chọn", selects()),
        example("select-field-long", "Danh sách dài", long_select()),
        example("radio-group", "Chọn một", radios()),
        example("checkbox", "Ô đánh dấu", checkboxes()),
        example("file-field", "Tải tệp lên", files()),
    ]
}

fn empty() -> RwSignal<String> {
    RwSignal::new(String::new())
}

fn choices(pairs: &[(&str, &str)]) -> Vec<SelectOption> {
    pairs
        .iter()
        .map(|(value, label)| SelectOption {
            value: (*value).to_owned(),
            label: (*label).to_owned(),
        })
        .collect()
}

fn text_fields() -> impl IntoView {
    let name = RwSignal::new("Nguyễn Thị Ánh Tuyết".to_owned());
    view! {
        <TextField id="full-name" label="Họ và tên" value=name autocomplete="name" />
        <TextField
            id="citizen-id"
            label="Số định danh cá nhân"
            hint="12 chữ số, in trên mặt trước thẻ căn cước"
            kind=TextKind::Digits
            value=empty()
        />
        <TextField
            id="phone"
            label="Số điện thoại"
            optional_mark="(không bắt buộc)"
            kind=TextKind::Phone
            autocomplete="tel"
            value=empty()
        />
        <TextField id="long" label=LONG_TEXT hint=LONG_TEXT value=empty() />
    }
}

fn wrong_text() -> impl IntoView {
    let id = RwSignal::new("0011".to_owned());
    view! {
        <TextField
            id="wrong-id"
            label="Số định danh cá nhân"
            hint="12 chữ số"
            error="Số định danh cá nhân phải có 12 chữ số"
            kind=TextKind::Digits
            value=id
        />
    }
}

fn password() -> impl IntoView {
    view! {
        <TextField
            id="password"
            label="Mật khẩu"
            hint="Từ 8 ký tự, dài thì tốt hơn lạ"
            kind=TextKind::Password
            autocomplete="new-password"
            show_label="Hiện"
            hide_label="Ẩn"
            value=empty()
        />
    }
}

fn dates() -> impl IntoView {
    let day = RwSignal::new("2026-03-15".to_owned());
    let picked = Callback::new(move |picked| day.set(picked));
    let picker = view! {
        <DatePicker field="born" label="Chọn ngày" day=day latest="2026-12-31" on_change=picked />
    };
    view! {
        <TextField id="born" label="Ngày sinh" value=day beside=Some(picker.into_any()) />
    }
}

fn text_area() -> impl IntoView {
    view! {
        <TextArea
            id="note"
            label="Nội dung đề nghị"
            hint="Viết như bạn nói với cán bộ một cửa"
            value=empty()
        />
    }
}

fn codes() -> impl IntoView {
    let code = RwSignal::new("123 456".to_owned());
    view! {
        <CodeField id="code" label="Mã xác thực" hint="6 chữ số trong tin nhắn" value=code />
        <CodeField
            id="code-wrong"
            label="Mã xác thực"
            error="Mã không đúng. Bạn còn 3 lần thử."
            value=RwSignal::new("000000".to_owned())
        />
    }
}

fn selects() -> impl IntoView {
    let provinces = choices(&[
        ("01", "Thành phố Hà Nội"),
        ("46", "Thành phố Huế"),
        ("x", LONG_TEXT),
    ]);
    let again = provinces.clone();
    view! {
        <SelectField
            id="province"
            label="Tỉnh, thành phố"
            prompt="Chọn tỉnh, thành phố"
            choices=provinces
            value=RwSignal::new("46".to_owned())
        />
        <SelectField
            id="province-wrong"
            label="Tỉnh, thành phố"
            prompt="Chọn tỉnh, thành phố"
            error="Hãy chọn tỉnh, thành phố"
            choices=again
            value=empty()
        />
    }
}

fn long_select() -> impl IntoView {
    let peoples = [
        "Kinh",
        "Tày",
        "Thái",
        "Hoa",
        "Khơ-me",
        "Mường",
        "Nùng",
        "Mông",
        "Dao",
        "Gia-rai",
        "Ngái",
        "Ê-đê",
        "Ba-na",
        "Xơ-đăng",
        "Sán Chay",
        "Cơ-ho",
        "Chăm",
        "Sán Dìu",
    ];
    let choices = choices(&peoples.map(|people| (people, people)));
    let finder = Finder {
        label: "Gõ để tìm nhanh",
        hint: "",
        none: "Không có dòng nào như vậy. Hãy gõ lại hoặc xóa ô tìm.",
        found: "Số dòng phù hợp:",
        fold: |text| text.trim().to_lowercase(),
        left_out: &[],
        other_names: None,
    };
    view! {
        <SelectField
            id="people"
            label="Dân tộc"
            prompt="Chọn"
            choices=choices
            finder=finder
            value=empty()
        />
    }
}

fn radios() -> impl IntoView {
    let ways = choices(&[
        ("office", "Nhận trực tiếp tại bộ phận một cửa"),
        ("post", "Nhận qua bưu điện"),
        ("online", "Nhận bản điện tử"),
    ]);
    let yes_no = choices(&[("yes", "Có"), ("no", "Không")]);
    view! {
        <RadioGroup
            id="delivery"
            legend="Cách nhận kết quả"
            hint="Bản điện tử có giá trị như bản giấy"
            choices=ways
            value=RwSignal::new("post".to_owned())
        />
        <RadioGroup
            id="married"
            legend="Cha mẹ có đăng ký kết hôn không?"
            error="Hãy chọn Có hoặc Không"
            choices=yes_no
            value=empty()
        />
    }
}

fn checkboxes() -> impl IntoView {
    let oath = "Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm \
        trước pháp luật về cam đoan của mình.";
    view! {
        <Checkbox id="oath" label=oath checked=RwSignal::new(true) />
        <Checkbox
            id="oath-wrong"
            label=oath
            error="Hãy đánh dấu để cam đoan"
            checked=RwSignal::new(false)
        />
    }
}

fn files() -> impl IntoView {
    let names = RwSignal::new(String::new());
    let chosen = Callback::new(move |files: Vec<leptos::web_sys::File>| {
        names.set(
            files
                .iter()
                .map(|file| file.name())
                .collect::<Vec<_>>()
                .join(", "),
        );
    });
    view! {
        <FileField
            id="birth-proof"
            label="Giấy chứng sinh"
            hint="Ảnh chụp hoặc PDF, mỗi tệp không quá 10 MB"
            accept="image/jpeg,image/png,application/pdf"
            button="Tải tệp lên"
            multiple=true
            on_files=chosen
        />
        <p class="muted" role="status">"Đã chọn: " {names}</p>
        <FileField
            id="birth-proof-wrong"
            label="Giấy chứng sinh"
            error="Tệp giay-chung-sinh.pdf lớn hơn 10 MB. Hãy chọn tệp nhỏ hơn."
            accept="image/jpeg,image/png,application/pdf"
            button="Tải tệp lên"
            on_files=Callback::new(|_| ())
        />
    }
}
