#pragma once
#include <QString>

#include <vector>

namespace consilium::objects
{

/// Something of an object that was left out, or is shown otherwise than it says. The rest of the object is kept.
struct Flaw {
    enum class Kind {
        Points,        ///< coordinates that are no numbers, too many, or not as many as the shape has
        Outside,       ///< coordinates that can lie in no image, or outside of the image at hand
        ShapeType,     ///< a kind of shape that is not known
        NoImage,       ///< a shape in an image that names none
        SeveralImages, ///< a shape on several images or frames: kept for the first
        NoFrame,       ///< a frame number that is none, or that the image has not
        NotListed,     ///< an image that the object's own list of evidence does not name; it is kept
        MissingImage,  ///< an image that is not there
        OtherPatient,  ///< the object is of another patient than the images
        OtherFrame,    ///< a place in another frame of reference than the images'
        Number,        ///< a measured value that is no number
        Reference,     ///< a reference to a part of the object that is not there, or that leads in a circle
        Empty,         ///< a measurement that says nothing
        Cut,           ///< more parts, or deeper ones, than are read
        Layer,         ///< an annotation on a layer that is not described; it is kept
        Text,          ///< a text without a place
        Area,          ///< a displayed area that is none
        Window,        ///< a grey-scale window or table that cannot be used
        Turn,          ///< a rotation by another angle than quarter turns
        Shutter,       ///< a shutter: not applied, so that more is seen and not less
        Overlay,       ///< overlay planes of the object: not shown
        Mask,          ///< subtraction of a mask: not applied
        NoPlace,       ///< a measurement that says which image it is of and not where; it stands in its report only
        OnDisplay,     ///< a drawing or text at a place of the screen and not of the image
        OtherStudy,    ///< an image of another study than the object's
        Superseded,    ///< an object of which a later one is there that takes its place
        Rejected,      ///< an object that a note says is not to be used
        TooMany        ///< more marks, or more points of one, than are shown
    };
    Kind kind = Kind::Points;
    QString detail; ///< technical, English, no patient data
    int part = -1;  ///< which measurement, annotation or image it is of, from 0; -1: of the whole
    bool operator==(const Flaw &) const = default;
};

/// What was found, the first `mostFlaws` of it one by one.
struct Flaws {
    std::vector<Flaw> all;
    int count = 0; ///< also those beyond
    void note(Flaw::Kind kind, const QString &detail, int part = -1);
    [[nodiscard]] bool has(Flaw::Kind kind) const;
    bool operator==(const Flaws &) const = default;
};
inline constexpr std::size_t mostFlaws = 500;

/// The flaw as one sentence in the user's language: cause and consequence.
[[nodiscard]] QString flawText(Flaw::Kind kind);

} // namespace consilium::objects
