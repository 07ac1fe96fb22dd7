#pragma once
#include "app/settings/HangingFields.h"

#include <QWidget>

class QLabel;
class QListWidget;

/// Parts of the editor of hanging protocols: conditions on images, on the prior study, on the study.
namespace consilium::app
{

/// Which series, and which of its images.
class ImageConditionForm final : public QWidget
{
public:
    /// The names of its fields as objects begin with `names` ("cell": "cell-view").
    ImageConditionForm(const QString &names, const Edited &edited);
    void set(const hanging::ImageCondition &condition);
    [[nodiscard]] hanging::ImageCondition get() const;

private:
    WordsField *m_modality, *m_bodyPart, *m_laterality, *m_view, *m_imageType;
    RangeFields *m_images;
    ChoiceField *m_plane;
    std::optional<TextConditionFields> m_description;
};

/// Which earlier study.
class PriorForm final : public QWidget
{
public:
    /// The names of its fields as objects begin with `names`.
    PriorForm(const QString &names, const Edited &edited);
    void set(const hanging::PriorCondition &prior);
    [[nodiscard]] hanging::PriorCondition get() const;

private:
    NumberField *m_nth, *m_days;
    QLineEdit *m_before;
    TruthField *m_sameModality, *m_sameBodyPart;
};

/// When a protocol fits.
class MatchForm final : public QWidget
{
public:
    explicit MatchForm(Edited edited);
    /// `priorInFile`: how many fields of `prior` the saved protocol names, see hanging::Match::priorConditions.
    /// `keepsPlace`: the chosen series stays the chosen one.
    void set(const hanging::Match &match, int priorInFile, bool keepsPlace);
    [[nodiscard]] const hanging::Match &match() const { return m_match; }
    /// Fields can be read but not changed; the list of series can still be gone through.
    void setReadOnly(bool readOnly);

private:
    void build();
    [[nodiscard]] QWidget *buildSeries();
    void collect(); ///< of the fields, and says that it was edited
    void collectSeries();
    void fillSeries(int row);
    void showSeries();
    void addSeries();
    void removeSeries();
    void showParts();

    Edited m_edited;
    hanging::Match m_match;
    int m_priorInFile = 0;
    bool m_isReadOnly = false;
    WordsField *m_modality = nullptr, *m_bodyPart = nullptr;
    std::optional<TextConditionFields> m_description;
    RangeFields *m_images = nullptr, *m_monitors = nullptr, *m_count = nullptr;
    ChoiceField *m_hasPrior = nullptr;
    PriorForm *m_prior = nullptr;
    QWidget *m_study = nullptr;  ///< the fields on the study
    QWidget *m_series = nullptr; ///< those on the chosen series
    QListWidget *m_list = nullptr;
    ImageConditionForm *m_condition = nullptr;
    QPushButton *m_add = nullptr, *m_remove = nullptr;
};

} // namespace consilium::app
